import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SPECIFICATIONS } from '@oots/edm';
import { DataSource } from 'typeorm';
import { NodeSurroundings } from '../start/node-surroundings.js';
import { Anyone } from './access.js';

/** What a node says about itself to whoever asks. */
@ApiTags('description')
@Controller()
@Anyone()
export class NodeDescriptionController {
  constructor(
    private readonly surroundings: NodeSurroundings,
    private readonly database: DataSource,
  ) {}

  @Get('.well-known/oots-node')
  describe() {
    const { profile } = this.surroundings;
    return {
      simulated: true,
      country: profile.country,
      name: profile.name,
      accessPoint: profile.accessPoint,
      specifications: SPECIFICATIONS,
      procedures: profile.procedures.map(({ procedure, authority }) => ({ procedure, authority: authority.names })),
      evidence: profile.offers.map(({ service, register }) => ({
        evidenceType: register.evidenceType,
        classification: service.classification,
        publisher: service.publisher.names,
      })),
    };
  }

  /** The newest signed tree head of the node's log; none before the first entries are sealed. */
  @Get('api/audit/tree-head')
  async treeHead(): Promise<{ readonly jws: string | null }> {
    const rows: { jws: string }[] = await this.database.query(
      'SELECT jws FROM audit_tree_head ORDER BY tree_size DESC LIMIT 1',
    );
    return { jws: rows[0]?.jws ?? null };
  }
}
