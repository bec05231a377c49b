import { ApiProperty } from '@nestjs/swagger';
import { instanceToPlain, Type } from 'class-transformer';
import {
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { ResidenceChange } from '../provider/evidence-register.js';

const text = (example: string) => ApiProperty({ example, required: false });

/** Where the person lives from now on. */
export class NewAddressDto {
  @ApiProperty({ example: 'Mannerheimintie 1 A 2, 00100 Helsinki' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  readonly fullAddress!: string;

  @text('Mannerheimintie') @IsOptional() @IsString() @MaxLength(200) readonly thoroughfare?: string;
  @text('1 A 2') @IsOptional() @IsString() @MaxLength(50) readonly locatorDesignator?: string;
  @text('00100') @IsOptional() @IsString() @MaxLength(20) readonly postCode?: string;
  @text('Helsinki') @IsOptional() @IsString() @MaxLength(100) readonly postName?: string;
  @ApiProperty({ example: 'FI' }) @Matches(/^[A-Z]{2}$/) readonly adminUnitL1!: string;
  @text('FI1B1') @IsOptional() @Matches(/^[A-Z]{2}[A-Z0-9]{0,3}$/) readonly adminUnitL2?: string;
}

/** `POST /api/cases/:id/decision` of a change of address. */
export class DecideMoveDto {
  @ApiProperty({ example: '2026-11-20' })
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly movedOn!: string;

  @ApiProperty({ type: NewAddressDto })
  @IsObject()
  @ValidateNested()
  @Type(() => NewAddressDto)
  readonly address!: NewAddressDto;

  change(): ResidenceChange {
    return { movedOn: this.movedOn, address: instanceToPlain(this.address) as ResidenceChange['address'] };
  }
}
