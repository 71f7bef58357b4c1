import { PrismaClient } from '@prisma/client';
const prisma = new PrismaClient();
export const a = (v: string) => prisma.$queryRaw`SELECT id, 1 - (embedding <=> ${v}::vector) AS score FROM chunk ORDER BY embedding <=> ${v}::vector LIMIT 5`; // ok
export const b = (x: number, y: number) => prisma.$queryRaw`SELECT id FROM place WHERE ST_DWithin(geom, ST_SetSRID(ST_MakePoint(${x}, ${y}), 4326)::geography, ${500})`; // ok
export const c = (x: number, y: number) => prisma.$queryRaw`SELECT id, ST_AsGeoJSON(geom) AS g, geom && ST_MakeEnvelope(1,2,3,4,4326) AS i FROM place`; // ok
export const d = (v: string) => prisma.$executeRaw`INSERT INTO chunk (embedding) VALUES (${v}::vector)`; // ok
export const e = (v: string) => prisma.$queryRaw`SELECT chunkText FROM chunk ORDER BY embedding <-> ${v}::vector`; // bad: unknown-column chunkText -> "chunkText"
export const f = (x: number) => prisma.$queryRaw`SELECT placeName FROM place WHERE ST_Area(geom) > ${x}`; // bad: unknown-column placeName -> "placeName"
export const g = (v: string) => prisma.$queryRaw`SELECT id, l2_normalize(embedding) <+> ${v}::halfvec(3) AS near FROM chunk WHERE vector_dims(embedding) > 3`; // ok
export const h = () => prisma.$queryRaw`SELECT ST_Unknown(geom), placeName FROM place p WHERE p.place_name = 'x'`; // bad: unknown-column placeName -> "placeName"; unknown-column p.place_name -> p."placeName"
export const i = () => prisma.$queryRaw`SELECT lowr("placeName") FROM place`; // bad: unknown-function lowr -> lower
export const j = () => prisma.$queryRaw`SELECT d.path FROM place, ST_Pieces(geom) d WHERE placeName = 'x'`; // ok
