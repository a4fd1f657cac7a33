-- SPDX-License-Identifier: EUPL-1.2
-- A text in which somebody can be recognised is hidden as soon as a reader says so; who said it and who lifted it is kept.
alter table contribution add column hidden_at datetime(6) null after withdrawn_at;
create table contribution_report (
  id              uuid          not null primary key,
  contribution_id uuid          not null references contribution (id),
  dilemma_id      uuid          not null references dilemma (id),
  reported_by     uuid          not null references person (id),
  why             varchar(1000) null,
  reported_at     datetime(6)   not null,
  lifted_by       uuid          null references person (id),
  lifted_at       datetime(6)   null,
  key (contribution_id)
);
