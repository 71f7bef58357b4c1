create table qapix.half_done (id text);

create index half_done_idx
  on qapix.half_done (id);

insert into qapix.half_done (id)
select nowhere
from qapix.half_done;
