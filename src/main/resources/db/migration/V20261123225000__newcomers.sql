-- SPDX-License-Identifier: EUPL-1.2
-- Who joins a seat when the dilemma runs already: named by a colleague, agreed to by the host.
create table newcomer (
  id         uuid        not null primary key,
  dilemma_id uuid        not null references dilemma (id),
  seat_id    uuid        not null references seat (id),
  person_id  uuid        not null references person (id),
  named_by   uuid        not null references person (id),
  opens_own  boolean     not null, -- whether who named them lets them read what he wrote before
  named_at   datetime(6) not null,
  agreed     boolean     null,
  decided_at datetime(6) null,
  waits      tinyint as (if(agreed is null, 1, null)) persistent,
  unique (seat_id, person_id, waits),
  key (dilemma_id, waits)
);

-- Whether a writer lets a newcomer read what was written before; no row means no.
create table newcomer_consent (
  seat_id    uuid        not null references seat (id),
  person_id  uuid        not null references person (id),
  author_id  uuid        not null references person (id),
  dilemma_id uuid        not null references dilemma (id),
  given      boolean     not null,
  decided_at datetime(6) not null,
  primary key (seat_id, person_id, author_id)
);

-- A question for a seat ends when the dilemma begins to run; a later one may be asked anew.
update seat s join dilemma d on d.id = s.dilemma_id set s.status = 'LAPSED'
 where s.status in ('PROPOSED', 'INVITED') and d.phase not in ('DRAFT', 'SUBMITTED', 'ACCEPTED');
