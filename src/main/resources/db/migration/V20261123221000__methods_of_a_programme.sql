-- SPDX-License-Identifier: EUPL-1.2
-- A programme may have methods of its own, copied from another. Without a programme: those that Klankbord brings along.
alter table method
  add column programme_id  uuid        null,
  add column name          varchar(80) null,     -- null: said in the reader's language by its key
  add column maximum_peers int         null,     -- null: as many as there are
  add column protocol      varchar(20) not null default 'consultancy',
  add column version       int         not null default 0,
  add constraint method_programme foreign key (programme_id) references programme (id);

update method set protocol = 'table-talk' where method_key = 'table-talk';

-- The key of a copy is an id, which is longer. What refers to a method lets go of it for as long as the columns grow.
alter table method_phase drop foreign key method_phase_ibfk_1;
alter table round drop foreign key round_ibfk_2;
alter table method modify method_key varchar(36) not null;
alter table method_phase modify method_key varchar(36) not null;
alter table round modify method_key varchar(36) not null;
alter table method_phase add constraint method_phase_method foreign key (method_key) references method (method_key);
alter table round add constraint round_method foreign key (method_key) references method (method_key);

-- Whose school holidays a method does not count.
create table method_holiday_region (
  method_key varchar(36) not null references method (method_key),
  region     varchar(20) not null,
  primary key (method_key, region)
);
