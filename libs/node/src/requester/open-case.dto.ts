import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { BadRequestException } from '@nestjs/common';
import { NaturalPerson } from '@oots/edm';
import type { CaseRequest } from './case-request.js';

const LEVELS = ['Low', 'Substantial', 'High'] as const;

/** Whom a case is about, as the authority's sign-in or register knows the person. */
export class CaseSubjectDto {
  @ApiProperty({ example: 'EE/FI/60001019906' })
  @IsOptional()
  @Matches(/^[A-Z]{2}\/[A-Z]{2}\/\S{6,256}$/)
  readonly eidasIdentifier?: string;

  @ApiProperty({ example: 'Tamm' }) @IsString() @IsNotEmpty() @MaxLength(200) readonly familyName!: string;
  @ApiProperty({ example: 'Mari' }) @IsString() @IsNotEmpty() @MaxLength(200) readonly givenName!: string;
  @ApiProperty({ example: '2000-01-01' })
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly dateOfBirth!: string;
  @ApiProperty({ enum: LEVELS }) @IsIn(LEVELS) readonly levelOfAssurance!: (typeof LEVELS)[number];
}

/** `POST /api/cases` */
export class OpenCaseDto {
  @ApiProperty({ example: 'V1', description: 'Code of the Procedures list' })
  @Matches(/^([A-Z]{1,2}\d{1,2}|00)$/)
  readonly procedure!: string;

  @ApiProperty({ example: 'EE', description: 'Country that holds the evidence' })
  @Matches(/^[A-Z]{2}$/)
  readonly providerCountry!: string;

  @ApiProperty({ type: CaseSubjectDto })
  @IsObject()
  @ValidateNested()
  @Type(() => CaseSubjectDto)
  readonly subject!: CaseSubjectDto;

  @ApiProperty({ description: 'Whether the person asked for the evidence to be fetched' })
  @IsBoolean()
  readonly explicitRequest!: boolean;

  @ApiProperty({ example: 'EN', required: false, description: 'Language of the notice to the person' })
  @IsOptional()
  @Matches(/^[A-Z]{2}$/)
  readonly language?: string;

  /** @returns the case as the story knows it; decorators end here */
  need(): CaseRequest {
    const { procedure, providerCountry, explicitRequest, language, subject } = this;
    const person = NaturalPerson.of(subject, (reason) => new BadRequestException(`subject: ${reason}`));
    return {
      procedure,
      providerCountry,
      explicitRequest,
      subject: { kind: 'natural', person },
      ...(language === undefined ? {} : { language }),
    };
  }
}
