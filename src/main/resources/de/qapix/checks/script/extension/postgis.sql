-- A stand-in for PostGIS: its types, its operators without a meaning, indexes, and the functions that are
-- used most; they return null. Every name is qualified, since this runs with the rights of the administrator.
create type @extschema@.geometry;
create function @extschema@.geometry_in(cstring) returns @extschema@.geometry language internal immutable strict as 'textin';
create function @extschema@.geometry_out(@extschema@.geometry) returns cstring language internal immutable strict as 'textout';
create function @extschema@.geometry_typmod_in(cstring[]) returns integer language sql immutable strict as 'select 1';
create type @extschema@.geometry (input = @extschema@.geometry_in, output = @extschema@.geometry_out, typmod_in = @extschema@.geometry_typmod_in, internallength = variable, storage = external);
create type @extschema@.geography;
create function @extschema@.geography_in(cstring) returns @extschema@.geography language internal immutable strict as 'textin';
create function @extschema@.geography_out(@extschema@.geography) returns cstring language internal immutable strict as 'textout';
create function @extschema@.geography_typmod_in(cstring[]) returns integer language sql immutable strict as 'select 1';
create type @extschema@.geography (input = @extschema@.geography_in, output = @extschema@.geography_out, typmod_in = @extschema@.geography_typmod_in, internallength = variable, storage = external);
create type @extschema@.box2d;
create function @extschema@.box2d_in(cstring) returns @extschema@.box2d language internal immutable strict as 'textin';
create function @extschema@.box2d_out(@extschema@.box2d) returns cstring language internal immutable strict as 'textout';
create type @extschema@.box2d (input = @extschema@.box2d_in, output = @extschema@.box2d_out, internallength = variable, storage = external);
create type @extschema@.box3d;
create function @extschema@.box3d_in(cstring) returns @extschema@.box3d language internal immutable strict as 'textin';
create function @extschema@.box3d_out(@extschema@.box3d) returns cstring language internal immutable strict as 'textout';
create type @extschema@.box3d (input = @extschema@.box3d_in, output = @extschema@.box3d_out, internallength = variable, storage = external);
create type @extschema@.raster;
create function @extschema@.raster_in(cstring) returns @extschema@.raster language internal immutable strict as 'textin';
create function @extschema@.raster_out(@extschema@.raster) returns cstring language internal immutable strict as 'textout';
create type @extschema@.raster (input = @extschema@.raster_in, output = @extschema@.raster_out, internallength = variable, storage = external);
create type @extschema@.geometry_dump as (path integer[], geom @extschema@.geometry);
create function @extschema@.geometry(@extschema@.geometry, integer, boolean) returns @extschema@.geometry language sql immutable strict as 'select $1';
create cast (@extschema@.geometry as @extschema@.geometry) with function @extschema@.geometry(@extschema@.geometry, integer, boolean) as implicit;
create function @extschema@.geography(@extschema@.geography, integer, boolean) returns @extschema@.geography language sql immutable strict as 'select $1';
create cast (@extschema@.geography as @extschema@.geography) with function @extschema@.geography(@extschema@.geography, integer, boolean) as implicit;
create cast (@extschema@.geometry as @extschema@.geography) without function as implicit;
create cast (@extschema@.geography as @extschema@.geometry) without function;
create cast (@extschema@.geometry as @extschema@.box2d) without function as implicit;
create cast (@extschema@.box2d as @extschema@.geometry) without function as implicit;
create cast (@extschema@.geometry as @extschema@.box3d) without function as implicit;
create cast (@extschema@.box3d as @extschema@.geometry) without function as implicit;
create cast (@extschema@.box3d as @extschema@.box2d) without function as implicit;
create cast (@extschema@.geometry as pg_catalog.bytea) without function as implicit;
create cast (pg_catalog.bytea as @extschema@.geometry) without function as implicit;
create cast (@extschema@.geography as pg_catalog.bytea) without function as implicit;
create cast (pg_catalog.bytea as @extschema@.geography) without function as implicit;
create cast (@extschema@.geometry as pg_catalog.text) without function as implicit;
create cast (pg_catalog.text as @extschema@.geometry) without function as implicit;
create function @extschema@.geometry_lt(@extschema@.geometry, @extschema@.geometry) returns boolean language internal immutable strict as 'bytealt';
create function @extschema@.geometry_le(@extschema@.geometry, @extschema@.geometry) returns boolean language internal immutable strict as 'byteale';
create function @extschema@.geometry_eq(@extschema@.geometry, @extschema@.geometry) returns boolean language internal immutable strict as 'byteaeq';
create function @extschema@.geometry_ge(@extschema@.geometry, @extschema@.geometry) returns boolean language internal immutable strict as 'byteage';
create function @extschema@.geometry_gt(@extschema@.geometry, @extschema@.geometry) returns boolean language internal immutable strict as 'byteagt';
create function @extschema@.geometry_cmp(@extschema@.geometry, @extschema@.geometry) returns integer language internal immutable strict as 'byteacmp';
create function @extschema@.geometry_any(@extschema@.geometry, @extschema@.geometry) returns boolean language sql immutable strict as 'select null::pg_catalog.bool';
create function @extschema@.geometry_far(@extschema@.geometry, @extschema@.geometry) returns pg_catalog.float8 language sql immutable strict as 'select null::pg_catalog.float8';
create operator @extschema@.< (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_lt, commutator = operator(@extschema@.>));
create operator @extschema@.<= (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_le, commutator = operator(@extschema@.>=));
create operator @extschema@.= (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_eq, commutator = operator(@extschema@.=));
create operator @extschema@.>= (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_ge, commutator = operator(@extschema@.<=));
create operator @extschema@.> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_gt, commutator = operator(@extschema@.<));
create operator @extschema@.&& (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.&&& (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.~= (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.~ (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.@ (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.<< (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.>> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.&< (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.&> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.<<| (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.|>> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.&<| (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.|&> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_any);
create operator @extschema@.<-> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_far);
create operator @extschema@.<#> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_far);
create operator @extschema@.<<->> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_far);
create operator @extschema@.<<#>> (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_far);
create operator @extschema@.|=| (leftarg = @extschema@.geometry, rightarg = @extschema@.geometry, function = @extschema@.geometry_far);
create operator class @extschema@.btree_geometry_ops default for type @extschema@.geometry using btree as operator 1 @extschema@.<, operator 2 @extschema@.<=, operator 3 @extschema@.=, operator 4 @extschema@.>=, operator 5 @extschema@.>, function 1 @extschema@.geometry_cmp(@extschema@.geometry, @extschema@.geometry);
create function @extschema@.geography_lt(@extschema@.geography, @extschema@.geography) returns boolean language internal immutable strict as 'bytealt';
create function @extschema@.geography_le(@extschema@.geography, @extschema@.geography) returns boolean language internal immutable strict as 'byteale';
create function @extschema@.geography_eq(@extschema@.geography, @extschema@.geography) returns boolean language internal immutable strict as 'byteaeq';
create function @extschema@.geography_ge(@extschema@.geography, @extschema@.geography) returns boolean language internal immutable strict as 'byteage';
create function @extschema@.geography_gt(@extschema@.geography, @extschema@.geography) returns boolean language internal immutable strict as 'byteagt';
create function @extschema@.geography_cmp(@extschema@.geography, @extschema@.geography) returns integer language internal immutable strict as 'byteacmp';
create function @extschema@.geography_any(@extschema@.geography, @extschema@.geography) returns boolean language sql immutable strict as 'select null::pg_catalog.bool';
create function @extschema@.geography_far(@extschema@.geography, @extschema@.geography) returns pg_catalog.float8 language sql immutable strict as 'select null::pg_catalog.float8';
create operator @extschema@.< (leftarg = @extschema@.geography, rightarg = @extschema@.geography, function = @extschema@.geography_lt, commutator = operator(@extschema@.>));
create operator @extschema@.<= (leftarg = @extschema@.geography, rightarg = @extschema@.geography, function = @extschema@.geography_le, commutator = operator(@extschema@.>=));
create operator @extschema@.= (leftarg = @extschema@.geography, rightarg = @extschema@.geography, function = @extschema@.geography_eq, commutator = operator(@extschema@.=));
create operator @extschema@.>= (leftarg = @extschema@.geography, rightarg = @extschema@.geography, function = @extschema@.geography_ge, commutator = operator(@extschema@.<=));
create operator @extschema@.> (leftarg = @extschema@.geography, rightarg = @extschema@.geography, function = @extschema@.geography_gt, commutator = operator(@extschema@.<));
create operator @extschema@.&& (leftarg = @extschema@.geography, rightarg = @extschema@.geography, function = @extschema@.geography_any);
create operator @extschema@.<-> (leftarg = @extschema@.geography, rightarg = @extschema@.geography, function = @extschema@.geography_far);
create operator class @extschema@.btree_geography_ops default for type @extschema@.geography using btree as operator 1 @extschema@.<, operator 2 @extschema@.<=, operator 3 @extschema@.=, operator 4 @extschema@.>=, operator 5 @extschema@.>, function 1 @extschema@.geography_cmp(@extschema@.geography, @extschema@.geography);
create type @extschema@.gidx;
create function @extschema@.gidx_in(cstring) returns @extschema@.gidx language internal immutable strict as 'byteain';
create function @extschema@.gidx_out(@extschema@.gidx) returns cstring language internal immutable strict as 'byteaout';
create type @extschema@.gidx (input = @extschema@.gidx_in, output = @extschema@.gidx_out, internallength = variable);
create function @extschema@.geometry_gist_consistent(internal, @extschema@.geometry, smallint, oid, internal) returns boolean language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_consistent';
create function @extschema@.geometry_gist_union(internal, internal) returns @extschema@.gidx language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_union';
create function @extschema@.geometry_gist_compress(internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_compress';
create function @extschema@.geometry_gist_decompress(internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_var_decompress';
create function @extschema@.geometry_gist_penalty(internal, internal, internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_penalty';
create function @extschema@.geometry_gist_picksplit(internal, internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_picksplit';
create function @extschema@.geometry_gist_same(@extschema@.gidx, @extschema@.gidx, internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_same';
create function @extschema@.geography_gist_consistent(internal, @extschema@.geography, smallint, oid, internal) returns boolean language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_consistent';
create function @extschema@.geography_gist_union(internal, internal) returns @extschema@.gidx language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_union';
create function @extschema@.geography_gist_compress(internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_compress';
create function @extschema@.geography_gist_decompress(internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_var_decompress';
create function @extschema@.geography_gist_penalty(internal, internal, internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_penalty';
create function @extschema@.geography_gist_picksplit(internal, internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_picksplit';
create function @extschema@.geography_gist_same(@extschema@.gidx, @extschema@.gidx, internal) returns internal language c immutable strict as '$libdir/btree_gist', 'gbt_bytea_same';
create operator class @extschema@.gist_geometry_ops_2d default for type @extschema@.geometry using gist as function 1 @extschema@.geometry_gist_consistent(internal, @extschema@.geometry, smallint, oid, internal), function 2 @extschema@.geometry_gist_union(internal, internal), function 3 @extschema@.geometry_gist_compress(internal), function 4 @extschema@.geometry_gist_decompress(internal), function 5 @extschema@.geometry_gist_penalty(internal, internal, internal), function 6 @extschema@.geometry_gist_picksplit(internal, internal), function 7 @extschema@.geometry_gist_same(@extschema@.gidx, @extschema@.gidx, internal), storage @extschema@.gidx;
create operator class @extschema@.gist_geometry_ops_nd for type @extschema@.geometry using gist as function 1 @extschema@.geometry_gist_consistent(internal, @extschema@.geometry, smallint, oid, internal), function 2 @extschema@.geometry_gist_union(internal, internal), function 3 @extschema@.geometry_gist_compress(internal), function 4 @extschema@.geometry_gist_decompress(internal), function 5 @extschema@.geometry_gist_penalty(internal, internal, internal), function 6 @extschema@.geometry_gist_picksplit(internal, internal), function 7 @extschema@.geometry_gist_same(@extschema@.gidx, @extschema@.gidx, internal), storage @extschema@.gidx;
create operator class @extschema@.gist_geography_ops default for type @extschema@.geography using gist as function 1 @extschema@.geography_gist_consistent(internal, @extschema@.geography, smallint, oid, internal), function 2 @extschema@.geography_gist_union(internal, internal), function 3 @extschema@.geography_gist_compress(internal), function 4 @extschema@.geography_gist_decompress(internal), function 5 @extschema@.geography_gist_penalty(internal, internal, internal), function 6 @extschema@.geography_gist_picksplit(internal, internal), function 7 @extschema@.geography_gist_same(@extschema@.gidx, @extschema@.gidx, internal), storage @extschema@.gidx;
create table @extschema@.spatial_ref_sys (srid integer primary key, auth_name pg_catalog.varchar(256), auth_srid integer, srtext pg_catalog.varchar(2048), proj4text pg_catalog.varchar(2048));
create view @extschema@.geometry_columns as select null::pg_catalog.text as f_table_catalog, null::pg_catalog.text as f_table_schema, null::pg_catalog.text as f_table_name, null::pg_catalog.text as f_geometry_column, null::integer as coord_dimension, null::integer as srid, null::pg_catalog.text as type;
create view @extschema@.geography_columns as select null::pg_catalog.text as f_table_catalog, null::pg_catalog.text as f_table_schema, null::pg_catalog.text as f_table_name, null::pg_catalog.text as f_geography_column, null::integer as coord_dimension, null::integer as srid, null::pg_catalog.text as type;
do language plpgsql $do$
declare
  own text = '\m(geometry_dump|geometry|geography|box2d|box3d)\M';
  result text;
  signatures text;
  signature text;
begin
  for result, signatures in values
    ('geometry',
     'st_makepoint(float8, float8); st_makepoint(float8, float8, float8); st_makepoint(float8, float8, float8, float8);
      st_point(float8, float8); st_point(float8, float8, integer); st_setsrid(geometry, integer); st_transform(geometry, integer);
      st_transform(geometry, text); st_geomfromtext(text); st_geomfromtext(text, integer); st_geomfromewkt(text);
      st_geomfromgeojson(text); st_geomfromgeojson(json); st_geomfromgeojson(jsonb); st_geomfromwkb(bytea); st_geomfromwkb(bytea,
      integer); st_geomfromewkb(bytea); st_pointfromtext(text); st_pointfromtext(text, integer); st_polygonfromtext(text);
      st_polygonfromtext(text, integer); st_makeenvelope(float8, float8, float8, float8); st_makeenvelope(float8, float8, float8,
      float8, integer); st_tileenvelope(integer, integer, integer); st_makeline(geometry, geometry); st_makeline(geometry[]);
      st_makepolygon(geometry); st_buffer(geometry, float8); st_buffer(geometry, float8, text); st_union(geometry, geometry);
      st_union(geometry[]); st_collect(geometry, geometry); st_collect(geometry[]); st_intersection(geometry, geometry);
      st_difference(geometry, geometry); st_symdifference(geometry, geometry); st_centroid(geometry); st_pointonsurface(geometry);
      st_envelope(geometry); st_convexhull(geometry); st_concavehull(geometry, float8); st_boundary(geometry); st_simplify(geometry,
      float8); st_simplifypreservetopology(geometry, float8); st_makevalid(geometry); st_snaptogrid(geometry, float8);
      st_force2d(geometry); st_force3d(geometry); st_multi(geometry); st_expand(geometry, float8); st_closestpoint(geometry,
      geometry); st_shortestline(geometry, geometry); st_lineinterpolatepoint(geometry, float8); st_linesubstring(geometry, float8,
      float8); st_linemerge(geometry); st_translate(geometry, float8, float8); st_scale(geometry, float8, float8); st_rotate(geometry,
      float8); st_startpoint(geometry); st_endpoint(geometry); st_pointn(geometry, integer); st_geometryn(geometry, integer);
      st_exteriorring(geometry); st_reverse(geometry); st_flipcoordinates(geometry); st_curvetoline(geometry);
      st_collectionextract(geometry, integer); st_setpoint(geometry, integer, geometry); st_asmvtgeom(geometry, box2d);
      st_asmvtgeom(geometry, box2d, integer); st_asmvtgeom(geometry, box2d, integer, integer, boolean)'),
    ('geography',
     'st_geogfromtext(text); st_geographyfromtext(text); st_geogfromwkb(bytea); st_buffer(geography, float8); st_centroid(geography,
      boolean); st_project(geography, float8, float8)'),
    ('float8',
     'st_area(geometry); st_area(geography); st_area(geography, boolean); st_length(geometry); st_length(geography);
      st_length(geography, boolean); st_perimeter(geometry); st_perimeter(geography); st_distance(geometry, geometry);
      st_distance(geography, geography); st_distance(geography, geography, boolean); st_distancesphere(geometry, geometry);
      st_distancespheroid(geometry, geometry); st_maxdistance(geometry, geometry); st_hausdorffdistance(geometry, geometry);
      st_azimuth(geometry, geometry); st_azimuth(geography, geography); st_x(geometry); st_y(geometry); st_z(geometry);
      st_m(geometry); st_xmin(box3d); st_xmax(box3d); st_ymin(box3d); st_ymax(box3d); st_linelocatepoint(geometry, geometry)'),
    ('boolean',
     'st_dwithin(geometry, geometry, float8); st_dwithin(geography, geography, float8); st_dwithin(geography, geography, float8,
      boolean); st_intersects(geometry, geometry); st_intersects(geography, geography); st_contains(geometry, geometry);
      st_containsproperly(geometry, geometry); st_within(geometry, geometry); st_covers(geometry, geometry); st_covers(geography,
      geography); st_coveredby(geometry, geometry); st_coveredby(geography, geography); st_overlaps(geometry, geometry);
      st_touches(geometry, geometry); st_crosses(geometry, geometry); st_disjoint(geometry, geometry); st_equals(geometry, geometry);
      st_isvalid(geometry); st_isempty(geometry); st_issimple(geometry); st_isclosed(geometry)'),
    ('integer',
     'st_srid(geometry); st_srid(geography); st_npoints(geometry); st_numpoints(geometry); st_numgeometries(geometry);
      st_dimension(geometry)'),
    ('text',
     'st_astext(geometry); st_astext(geography); st_astext(geometry, integer); st_asewkt(geometry); st_asewkt(geography);
      st_asgeojson(geometry); st_asgeojson(geometry, integer); st_asgeojson(geometry, integer, integer); st_asgeojson(geography);
      st_asgeojson(geography, integer); st_geohash(geometry); st_geohash(geometry, integer);
      st_geometrytype(geometry); geometrytype(geometry); geometrytype(geography); st_isvalidreason(geometry); st_assvg(geometry);
      st_asencodedpolyline(geometry); st_summary(geometry); postgis_version(); postgis_full_version(); postgis_lib_version()'),
    ('bytea',
     'st_asbinary(geometry); st_asbinary(geography); st_asewkb(geometry)'),
    ('setof geometry_dump',
     'st_dump(geometry); st_dumppoints(geometry); st_dumprings(geometry)'),
    ('setof geometry',
     'st_subdivide(geometry); st_subdivide(geometry, integer)')
  loop
    foreach signature in array pg_catalog.regexp_split_to_array(signatures, ';\s+') loop
      execute pg_catalog.format('create function @extschema@.%s returns %s language sql immutable as %L',
        pg_catalog.regexp_replace(signature, own, '@extschema@.\1', 'g'),
        pg_catalog.regexp_replace(result, own, '@extschema@.\1', 'g'),
        pg_catalog.format('select null::%s',
          pg_catalog.regexp_replace(pg_catalog.replace(result, 'setof ', ''), own, '@extschema@.\1', 'g')));
    end loop;
  end loop;
end $do$;
create function @extschema@.st_asgeojson(pg_catalog.record) returns pg_catalog.text language plpgsql immutable as 'begin return null; end';
create function @extschema@.st_gathered(@extschema@.geometry, @extschema@.geometry) returns @extschema@.geometry language sql immutable as 'select $1';
create function @extschema@.st_extended(@extschema@.box3d, @extschema@.geometry) returns @extschema@.box3d language sql immutable as 'select $1';
create aggregate @extschema@.st_union(@extschema@.geometry) (sfunc = @extschema@.st_gathered, stype = @extschema@.geometry);
create aggregate @extschema@.st_collect(@extschema@.geometry) (sfunc = @extschema@.st_gathered, stype = @extschema@.geometry);
create aggregate @extschema@.st_makeline(@extschema@.geometry) (sfunc = @extschema@.st_gathered, stype = @extschema@.geometry);
create aggregate @extschema@.st_memunion(@extschema@.geometry) (sfunc = @extschema@.st_gathered, stype = @extschema@.geometry);
create aggregate @extschema@.st_polygonize(@extschema@.geometry) (sfunc = @extschema@.st_gathered, stype = @extschema@.geometry);
create aggregate @extschema@.st_extent(@extschema@.geometry) (sfunc = @extschema@.st_extended, stype = @extschema@.box3d);
create aggregate @extschema@.st_3dextent(@extschema@.geometry) (sfunc = @extschema@.st_extended, stype = @extschema@.box3d);
create function @extschema@.st_asmvt_next(pg_catalog.bytea, pg_catalog.anyelement) returns pg_catalog.bytea language sql immutable as 'select $1';
create aggregate @extschema@.st_asmvt(pg_catalog.anyelement) (sfunc = @extschema@.st_asmvt_next, stype = pg_catalog.bytea);
create function @extschema@.st_asmvt_next(pg_catalog.bytea, pg_catalog.anyelement, pg_catalog.text) returns pg_catalog.bytea language sql immutable as 'select $1';
create aggregate @extschema@.st_asmvt(pg_catalog.anyelement, pg_catalog.text) (sfunc = @extschema@.st_asmvt_next, stype = pg_catalog.bytea);
create function @extschema@.st_asmvt_next(pg_catalog.bytea, pg_catalog.anyelement, pg_catalog.text, integer) returns pg_catalog.bytea language sql immutable as 'select $1';
create aggregate @extschema@.st_asmvt(pg_catalog.anyelement, pg_catalog.text, integer) (sfunc = @extschema@.st_asmvt_next, stype = pg_catalog.bytea);
create function @extschema@.st_asmvt_next(pg_catalog.bytea, pg_catalog.anyelement, pg_catalog.text, integer, pg_catalog.text) returns pg_catalog.bytea language sql immutable as 'select $1';
create aggregate @extschema@.st_asmvt(pg_catalog.anyelement, pg_catalog.text, integer, pg_catalog.text) (sfunc = @extschema@.st_asmvt_next, stype = pg_catalog.bytea);
