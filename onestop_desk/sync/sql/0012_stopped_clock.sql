-- What figures measure against: no promise while the clock stands still that had stopped in time. The register is
-- folded anew from the feeds; copies for other agencies are made once (rg.routed).

ALTER TABLE rg.dossier RENAME COLUMN original_due_at TO measured_due_at;
UPDATE rg.folded SET pos = 0;
