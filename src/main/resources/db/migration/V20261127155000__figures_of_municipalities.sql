-- SPDX-License-Identifier: EUPL-1.2
-- From Statistics Netherlands, read in by the platform's administrator. The size class then follows from the inhabitants.
alter table municipality add column inhabitants int null;
alter table municipality add column urbanity varchar(10) null; -- five classes, by how many addresses lie around an address
