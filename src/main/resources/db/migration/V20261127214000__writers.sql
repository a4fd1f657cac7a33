-- SPDX-License-Identifier: EUPL-1.2
-- Everyone who wrote on a reflection or its mirror, with the text as it was when she wrote last: it stays hers, and she has a
-- say in who reads what she wrote.
create table contribution_writer (
  contribution_id uuid        not null references contribution (id) on delete cascade,
  person_id       uuid        not null references person (id),
  dilemma_id      uuid        not null references dilemma (id),
  wrote_since     datetime(6) null, -- null: wrote only its mirror
  text            mediumtext  null,
  example         mediumtext  null,
  advice          mediumtext  null,
  answers         mediumtext  null, -- JSON, as in contribution
  assumptions     mediumtext  null,
  mirror_since    datetime(6) null, -- null: wrote no mirror
  mirror          mediumtext  null,
  primary key (contribution_id, person_id),
  key (person_id),
  key (dilemma_id)
);

-- Of what is there it is known who wrote last, and who began: her own words were written over, her say stays. Who still sits
-- there keeps what she reads now.
insert into contribution_writer (contribution_id, person_id, dilemma_id, wrote_since, text, example, advice, answers, assumptions, mirror_since, mirror)
select c.id, coalesce(c.written_by, c.author_id), c.dilemma_id, c.created_at, c.text, c.example, c.advice, c.answers, c.assumptions, if(mr.text is null, null, c.created_at), mr.text
  from contribution c left join mirror mr on mr.contribution_id = c.id
 where c.kind = 'REFLECTION';
insert into contribution_writer (contribution_id, person_id, dilemma_id, wrote_since, text, example, advice, answers, assumptions, mirror_since)
select c.id, c.author_id, c.dilemma_id, c.created_at, if(sp.seat_id is null, null, c.text), if(sp.seat_id is null, null, c.example), if(sp.seat_id is null, null, c.advice),
       if(sp.seat_id is null, null, c.answers), if(sp.seat_id is null, null, c.assumptions), if(mr.text is null, null, c.created_at)
  from contribution c left join mirror mr on mr.contribution_id = c.id
  left join seat_person sp on sp.seat_id = c.seat_id and sp.person_id = c.author_id and sp.left_at is null
 where c.kind = 'REFLECTION' and c.written_by <> c.author_id;

-- Each says for herself that her seat recognises a dilemma.
alter table recognition drop primary key, add primary key (seat_id, person_id);

-- Who wrote the host's answer, and the closing: they can take it along.
alter table seat add column host_answered_by uuid null references person (id);
alter table contribution add column host_answered_by uuid null references person (id);
alter table dilemma add column closed_by uuid null references person (id);
