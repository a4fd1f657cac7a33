-- SPDX-License-Identifier: EUPL-1.2
-- Words in which somebody can be recognised are taken away from where all read them, and kept with the report of it: whoever wrote them reads them there, and nobody else.
alter table dilemma add column hidden_fields varchar(400) null after still_open;
alter table attachment add column hidden_at datetime(6) null;
create table text_report (
  id           uuid          not null primary key,
  dilemma_id   uuid          not null references dilemma (id),
  kind         varchar(10)   not null,
  thing_id     uuid          null,
  field        varchar(20)   null,
  words        mediumtext    null,
  reported_by  uuid          not null references person (id),
  why          varchar(1000) null,
  reported_at  datetime(6)   not null,
  lifted_at    datetime(6)   null,
  rewritten_at datetime(6)   null,
  key (dilemma_id, kind)
);
