import { readFileSync } from 'node:fs';

const resources = new URL('../../deploy/data/src/main/resources/', import.meta.url);
const text = (file: string) => readFileSync(new URL(file, resources), 'utf8');
// The files are data of this repository; their shapes are described in deploy/data/README.md.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = any;
const lines = (file: string): Row[] =>
  text(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

export const policies = lines('reference/policies.jsonl');
export const products = lines('reference/loan_products.jsonl');
export const enterprises = lines('demo/enterprises.jsonl');
export const institutions = lines('demo/institutions.jsonl');
export const towns = (JSON.parse(text('reference/banan_towns.json')) as Row).towns as Row[];
export const industries = new Map(
  text('reference/gbt4754_2017.tsv')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t') as [string, string, string])
    .map(([code, name]) => [code, name]),
);

export const id = (kind: number, number: number) =>
  `0199a0${kind.toString(16).padStart(2, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
export const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
