-- A stand-in for pgvector: its types with their dimensions, operators without a meaning, and its index
-- methods. Every name is qualified, since this runs with the rights of the administrator.
create access method hnsw type index handler pg_catalog.hashhandler;
create access method ivfflat type index handler pg_catalog.hashhandler;
create type @extschema@.vector;
create type @extschema@.halfvec;
create type @extschema@.sparsevec;
do language plpgsql $do$
declare
  own pg_catalog.text;
  other pg_catalog.text;
  method pg_catalog.text;
  class pg_catalog.text;
  sign pg_catalog.text;
  named pg_catalog.text;
begin
  foreach own in array array['vector', 'halfvec', 'sparsevec'] loop
    execute pg_catalog.replace($sql$
      create function @extschema@.own_in(cstring) returns @extschema@.own language internal immutable strict as 'textin';
      create function @extschema@.own_out(@extschema@.own) returns cstring language internal immutable strict as 'textout';
      create function @extschema@.own_typmod_in(cstring[]) returns integer language internal immutable strict as 'varchartypmodin';
      create function @extschema@.own_typmod_out(integer) returns cstring language internal immutable strict as 'varchartypmodout';
      create type @extschema@.own (
        input = @extschema@.own_in,
        output = @extschema@.own_out,
        typmod_in = @extschema@.own_typmod_in,
        typmod_out = @extschema@.own_typmod_out,
        internallength = variable,
        storage = external
      );
      create function @extschema@.own(@extschema@.own, integer, boolean) returns @extschema@.own language sql immutable strict as 'select $1';
      create cast (@extschema@.own as @extschema@.own) with function @extschema@.own(@extschema@.own, integer, boolean) as implicit;
      create function @extschema@.own_hash(@extschema@.own) returns integer language internal immutable strict as 'hashvarlena';
      create function @extschema@.own_lt(@extschema@.own, @extschema@.own) returns boolean language internal immutable strict as 'bytealt';
      create function @extschema@.own_le(@extschema@.own, @extschema@.own) returns boolean language internal immutable strict as 'byteale';
      create function @extschema@.own_eq(@extschema@.own, @extschema@.own) returns boolean language internal immutable strict as 'byteaeq';
      create function @extschema@.own_ne(@extschema@.own, @extschema@.own) returns boolean language internal immutable strict as 'byteane';
      create function @extschema@.own_ge(@extschema@.own, @extschema@.own) returns boolean language internal immutable strict as 'byteage';
      create function @extschema@.own_gt(@extschema@.own, @extschema@.own) returns boolean language internal immutable strict as 'byteagt';
      create function @extschema@.own_cmp(@extschema@.own, @extschema@.own) returns integer language internal immutable strict as 'byteacmp';
      create operator @extschema@.< (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_lt);
      create operator @extschema@.<= (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_le);
      create operator @extschema@.= (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_eq, commutator = operator(@extschema@.=));
      create operator @extschema@.<> (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_ne);
      create operator @extschema@.>= (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_ge);
      create operator @extschema@.> (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_gt);
      create operator class @extschema@.own_ops default for type @extschema@.own using btree as operator 1 @extschema@.<, operator 2 @extschema@.<=,
        operator 3 @extschema@.=, operator 4 @extschema@.>=, operator 5 @extschema@.>, function 1 @extschema@.own_cmp(@extschema@.own, @extschema@.own);
      create function @extschema@.own_plus(@extschema@.own, @extschema@.own) returns @extschema@.own language sql immutable strict as 'select $1';
      create operator @extschema@.+ (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_plus);
      create operator @extschema@.- (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_plus);
      create operator @extschema@.* (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_plus);
      create operator @extschema@.|| (leftarg = @extschema@.own, rightarg = @extschema@.own, function = @extschema@.own_plus);
      create aggregate @extschema@.sum(@extschema@.own) (sfunc = @extschema@.own_plus, stype = @extschema@.own);
      create aggregate @extschema@.avg(@extschema@.own) (sfunc = @extschema@.own_plus, stype = @extschema@.own);
      create function @extschema@.vector_dims(@extschema@.own) returns integer language sql immutable strict as 'select 0';
      create function @extschema@.vector_norm(@extschema@.own) returns pg_catalog.float8 language sql immutable strict as 'select 0::pg_catalog.float8';
      create function @extschema@.l2_norm(@extschema@.own) returns pg_catalog.float8 language sql immutable strict as 'select 0::pg_catalog.float8';
      create function @extschema@.l2_normalize(@extschema@.own) returns @extschema@.own language sql immutable strict as 'select $1';
      create function @extschema@.subvector(@extschema@.own, integer, integer) returns @extschema@.own language sql immutable strict as 'select $1';
      create function @extschema@.binary_quantize(@extschema@.own) returns pg_catalog.varbit language sql immutable strict as 'select null::pg_catalog.varbit';
      create cast (pg_catalog._int4 as @extschema@.own) with inout as assignment;
      create cast (pg_catalog._float4 as @extschema@.own) with inout as assignment;
      create cast (pg_catalog._float8 as @extschema@.own) with inout as assignment;
      create cast (pg_catalog._numeric as @extschema@.own) with inout as assignment;
      create function @extschema@.own_to_float4(@extschema@.own, integer, boolean) returns pg_catalog._float4 language sql immutable strict as 'select null::pg_catalog._float4';
      create cast (@extschema@.own as pg_catalog._float4) with function @extschema@.own_to_float4(@extschema@.own, integer, boolean) as assignment
    $sql$, 'own', own);
    for sign, named in values ('<->', 'l2_distance'), ('<#>', 'inner_product'), ('<=>', 'cosine_distance'), ('<+>', 'l1_distance') loop
      execute pg_catalog.format('create function @extschema@.%1$s(@extschema@.%2$s, @extschema@.%2$s) returns pg_catalog.float8 language sql immutable strict as %3$L',
        named, own, 'select 0::pg_catalog.float8');
      execute pg_catalog.format('create operator @extschema@.%1$s (leftarg = @extschema@.%2$s, rightarg = @extschema@.%2$s, function = @extschema@.%3$s, commutator = operator(@extschema@.%1$s))',
        sign, own, named);
    end loop;
    foreach method in array array['hnsw', 'ivfflat'] loop
      foreach class in array array['l2', 'ip', 'cosine', 'l1'] loop
        execute pg_catalog.format('create operator class @extschema@.%1$s_%2$s_ops %3$s for type @extschema@.%1$s using %4$s as function 1 @extschema@.%1$s_hash(@extschema@.%1$s)',
          own, class, case when class operator(pg_catalog.=) 'l2' and method operator(pg_catalog.=) 'ivfflat' and own operator(pg_catalog.<>) 'sparsevec' then 'default' else '' end, method);
      end loop;
    end loop;
  end loop;
  foreach own in array array['vector', 'halfvec', 'sparsevec'] loop
    foreach other in array array['vector', 'halfvec', 'sparsevec'] loop
      if own operator(pg_catalog.<>) other then
        execute pg_catalog.format('create cast (@extschema@.%s as @extschema@.%s) with inout as assignment', own, other);
      end if;
    end loop;
  end loop;
end $do$;
create function @extschema@.hamming_distance(pg_catalog.bit, pg_catalog.bit) returns pg_catalog.float8 language sql immutable strict as 'select 0::pg_catalog.float8';
create function @extschema@.jaccard_distance(pg_catalog.bit, pg_catalog.bit) returns pg_catalog.float8 language sql immutable strict as 'select 0::pg_catalog.float8';
create operator @extschema@.<~> (leftarg = pg_catalog.bit, rightarg = pg_catalog.bit, function = @extschema@.hamming_distance);
create operator @extschema@.<%> (leftarg = pg_catalog.bit, rightarg = pg_catalog.bit, function = @extschema@.jaccard_distance);
create function @extschema@.bit_hash(pg_catalog.bit) returns integer language internal immutable strict as 'hashvarlena';
create operator class @extschema@.bit_hamming_ops for type pg_catalog.bit using hnsw as function 1 @extschema@.bit_hash(pg_catalog.bit);
create operator class @extschema@.bit_jaccard_ops for type pg_catalog.bit using hnsw as function 1 @extschema@.bit_hash(pg_catalog.bit);
create operator class @extschema@.bit_hamming_ops for type pg_catalog.bit using ivfflat as function 1 @extschema@.bit_hash(pg_catalog.bit);
