-- SPDX-License-Identifier: EUPL-1.2
-- Who manages the colleagues of a municipality; given to an address, and counting while its owner speaks for that municipality.
create table municipality_administrator (
  id                uuid         not null primary key,
  municipality_code char(6)      not null references municipality (code),
  person_id         uuid         null references person (id),
  email             varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
  named_by          uuid         not null references person (id),
  created_at        datetime(6)  not null,
  unique (municipality_code, email),
  key (person_id, municipality_code),
  key (email)
);

-- A role that a municipality gave is for somebody who speaks for it, and for nobody else with that address.
alter table membership add column municipality_code char(6) null references municipality (code);
