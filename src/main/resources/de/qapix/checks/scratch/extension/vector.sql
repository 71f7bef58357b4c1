-- A stand-in for pgvector: its types with their dimensions, operators without a meaning, and its index
-- methods. Every name is qualified, since this runs with the rights of the administrator.
create type @extschema@.vector;
create function @extschema@.vector_in(cstring) returns @extschema@.vector language internal immutable strict as 'textin';
create function @extschema@.vector_out(@extschema@.vector) returns cstring language internal immutable strict as 'textout';
create function @extschema@.vector_typmod_in(cstring[]) returns integer language internal immutable strict as 'varchartypmodin';
create function @extschema@.vector_typmod_out(integer) returns cstring language internal immutable strict as 'varchartypmodout';
create type @extschema@.vector (
  input = @extschema@.vector_in,
  output = @extschema@.vector_out,
  typmod_in = @extschema@.vector_typmod_in,
  typmod_out = @extschema@.vector_typmod_out,
  internallength = variable,
  storage = external
);
create function @extschema@.vector(@extschema@.vector, integer, boolean) returns @extschema@.vector language internal immutable strict as 'varchar';
create cast (@extschema@.vector as @extschema@.vector) with function @extschema@.vector(@extschema@.vector, integer, boolean) as implicit;
create function @extschema@.l2_distance(@extschema@.vector, @extschema@.vector) returns pg_catalog.float8 language sql immutable strict as 'select 0::pg_catalog.float8';
create function @extschema@.inner_product(@extschema@.vector, @extschema@.vector) returns pg_catalog.float8 language sql immutable strict as 'select 0::pg_catalog.float8';
create function @extschema@.cosine_distance(@extschema@.vector, @extschema@.vector) returns pg_catalog.float8 language sql immutable strict as 'select 0::pg_catalog.float8';
create operator @extschema@.<-> (leftarg = @extschema@.vector, rightarg = @extschema@.vector, function = @extschema@.l2_distance, commutator = operator(@extschema@.<->));
create operator @extschema@.<#> (leftarg = @extschema@.vector, rightarg = @extschema@.vector, function = @extschema@.inner_product, commutator = operator(@extschema@.<#>));
create operator @extschema@.<=> (leftarg = @extschema@.vector, rightarg = @extschema@.vector, function = @extschema@.cosine_distance, commutator = operator(@extschema@.<=>));
create function @extschema@.vector_hash(@extschema@.vector) returns integer language internal immutable strict as 'hashvarlena';
create access method hnsw type index handler pg_catalog.hashhandler;
create access method ivfflat type index handler pg_catalog.hashhandler;
create operator class @extschema@.vector_l2_ops for type @extschema@.vector using hnsw as function 1 @extschema@.vector_hash(@extschema@.vector);
create operator class @extschema@.vector_ip_ops for type @extschema@.vector using hnsw as function 1 @extschema@.vector_hash(@extschema@.vector);
create operator class @extschema@.vector_cosine_ops for type @extschema@.vector using hnsw as function 1 @extschema@.vector_hash(@extschema@.vector);
create operator class @extschema@.vector_l2_ops default for type @extschema@.vector using ivfflat as function 1 @extschema@.vector_hash(@extschema@.vector);
create operator class @extschema@.vector_ip_ops for type @extschema@.vector using ivfflat as function 1 @extschema@.vector_hash(@extschema@.vector);
create operator class @extschema@.vector_cosine_ops for type @extschema@.vector using ivfflat as function 1 @extschema@.vector_hash(@extschema@.vector);
