-- SPDX-License-Identifier: EUPL-1.2
-- Tables take the character set of their database; one made without may be unable to hold what people write.
alter database character set utf8mb4;
