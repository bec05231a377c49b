import { Injectable } from '@nestjs/common';

/** Whether this node may be given work: not before its subscriptions stand, not after it began to drain. */
@Injectable()
export class Readiness {
  accepting = false;
}
