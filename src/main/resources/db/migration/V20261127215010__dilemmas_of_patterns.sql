-- SPDX-License-Identifier: EUPL-1.2
-- Which dilemmas a pattern was made from. Stays when the passages of one of them are erased: who sat there goes on having no
-- coordinator's say in it, and to others a pattern whose sources are no longer all there is closed.
create table pattern_dilemma (
  pattern_id uuid not null references pattern (id),
  dilemma_id uuid not null references dilemma (id),
  primary key (pattern_id, dilemma_id),
  key (dilemma_id)
);

insert into pattern_dilemma (pattern_id, dilemma_id)
  select distinct po.pattern_id, o.dilemma_id from pattern_observation po join observation o on o.id = po.observation_id;

-- Of what was erased before, nobody knows to which patterns it belonged: to all that were there.
insert ignore into pattern_dilemma (pattern_id, dilemma_id)
  select p.id, d.id from pattern p join dilemma d on d.programme_id = p.programme_id join retention r on r.dilemma_id = d.id
  where r.done_at > p.created_at and r.way = 'ERASE';
