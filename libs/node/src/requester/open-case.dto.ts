import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { BadRequestException } from '@nestjs/common';
import { LegalPerson, NaturalPerson, type Subject } from '@oots/edm';
import type { CaseRequest } from './case-request.js';

const LEVELS = ['Low', 'Substantial', 'High'] as const;

const natural = ({ legalName }: CaseSubjectDto) => legalName === undefined;

/** Whom a case is about, as the authority's sign-in or register knows the person or the company. */
export class CaseSubjectDto {
  @ApiProperty({ example: 'EE/FI/60001019906', required: false, description: 'A company always has one' })
  @ValidateIf((subject: CaseSubjectDto) => !natural(subject) || subject.eidasIdentifier !== undefined)
  @Matches(/^[A-Z]{2}\/[A-Z]{2}\/\S{6,256}$/)
  readonly eidasIdentifier?: string;

  @ApiProperty({ required: false, description: 'Of a company, in place of names and date of birth' })
  @ValidateIf((subject: CaseSubjectDto) => !natural(subject))
  @IsString()
  @IsNotEmpty()
  @MaxLength(400)
  readonly legalName?: string;

  @ApiProperty({ example: 'Tamm' })
  @ValidateIf(natural)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly familyName!: string;

  @ApiProperty({ example: 'Mari' })
  @ValidateIf(natural)
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly givenName!: string;

  @ApiProperty({ required: false, description: 'Family name at birth: finds people whose register knows no other' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly birthName?: string;

  @ApiProperty({ example: '2000-01-01' })
  @ValidateIf(natural)
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly dateOfBirth!: string;

  @ApiProperty({ enum: LEVELS }) @IsIn(LEVELS) readonly levelOfAssurance!: (typeof LEVELS)[number];

  /** @returns the value that cannot be invalid; decorators end here */
  value(): Subject {
    const { levelOfAssurance, eidasIdentifier, legalName } = this;
    const invalid = (reason: string) => new BadRequestException(`subject: ${reason}`);
    if (legalName === undefined) return { kind: 'natural', person: NaturalPerson.of(this, invalid) };
    const company = { levelOfAssurance, eidasIdentifier: eidasIdentifier ?? '', legalName };
    return { kind: 'legal', person: LegalPerson.of(company, invalid) };
  }
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

  @ApiProperty({
    example: ['residence'],
    required: false,
    description: 'Names of evidence models; everything that proves the requirements of the procedure when absent',
  })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @Matches(/^[a-z]+(-[a-z]+)*$/, { each: true })
  readonly evidenceTypes?: readonly string[];

  /** @returns the case as the story knows it; decorators end here */
  need(): CaseRequest {
    const { procedure, providerCountry, explicitRequest, language, subject, evidenceTypes } = this;
    return {
      procedure,
      providerCountry,
      explicitRequest,
      subject: subject.value(),
      ...(language === undefined ? {} : { language }),
      ...(evidenceTypes === undefined ? {} : { evidenceTypes }),
    };
  }
}
