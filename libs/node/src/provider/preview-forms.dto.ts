import { ApiProperty } from '@nestjs/swagger';
import { isCalendarDate } from '@oots/edm';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { AssertedIdentity } from './confirm-identity.js';

const LONGEST = 200;

/** The fields of a simulated sign-in, in the order of the page. */
export const SIGN_IN_FIELDS = ['familyName', 'givenName', 'dateOfBirth', 'nationalIdentifier'] as const;
export type SignInField = (typeof SIGN_IN_FIELDS)[number];

class PreviewFormDto {
  /** Hidden field that ties the form to the browser's session. */
  @ApiProperty() @IsString() @MaxLength(LONGEST) readonly form!: string;
}

/** What a person types in the place of a national eID. */
export class SignInDto extends PreviewFormDto {
  @ApiProperty() @IsString() @MaxLength(LONGEST) readonly familyName: string = '';
  @ApiProperty() @IsString() @MaxLength(LONGEST) readonly givenName: string = '';
  /** ISO 8601 calendar date */
  @ApiProperty() @IsString() @MaxLength(LONGEST) readonly dateOfBirth: string = '';
  @ApiProperty() @IsString() @MaxLength(LONGEST) readonly nationalIdentifier: string = '';

  /** @returns the identity, or the fields that have to be filled in first */
  assertion(): AssertedIdentity | readonly SignInField[] {
    const asserted: AssertedIdentity = {
      familyName: this.familyName.trim(),
      givenName: this.givenName.trim(),
      dateOfBirth: this.dateOfBirth.trim(),
      nationalIdentifier: this.nationalIdentifier.trim(),
    };
    const missing = SIGN_IN_FIELDS.filter((field) =>
      field === 'dateOfBirth' ? !isCalendarDate(asserted.dateOfBirth) : asserted[field] === '',
    );
    return missing.length > 0 ? missing : asserted;
  }
}

export class PreviewDecisionDto extends PreviewFormDto {
  @ApiProperty({ enum: ['accept', 'decline'] }) @IsIn(['accept', 'decline']) readonly decision!: 'accept' | 'decline';
  /** The pieces that stayed ticked. A register gives one piece, hence one value; absent when the person unticked it. */
  @ApiProperty({ enum: ['1'], required: false }) @IsOptional() @IsIn(['1']) readonly evidence?: '1';

  /** Nothing ticked is nothing sent. */
  get accepted(): boolean {
    return this.decision === 'accept' && this.evidence !== undefined;
  }
}
