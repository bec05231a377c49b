import { authorityToken } from '@oots/scenarios';
import { type Scope, SCOPE_NAMES } from '@oots/node';
import { Command, Option } from 'commander';
import { readNetworkFile } from '../network-file.js';
import type { Environment } from '../environment.js';

/** `oots token`: what a case system would get from its country's issuer, to try the running network by hand. */
export function tokenCommand(_environment: Environment): Command {
  return new Command('token')
    .description('print a bearer token for the running network, valid for ten minutes')
    .requiredOption('--node <country>', 'whose authority, FI')
    .addOption(
      new Option('--scope <scopes...>', 'what it allows').choices(SCOPE_NAMES).default([...SCOPE_NAMES], 'all'),
    )
    .action(async ({ node, scope }: { node: string; scope: Scope[] }) => {
      const { nodes } = await readNetworkFile();
      const chosen = nodes.find(({ country }) => country === node.toUpperCase());
      if (chosen === undefined) throw new Error(`no node ${node} in the running network`);
      process.stdout.write(`${await authorityToken(chosen.issuer, scope)}\n`);
    });
}
