CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE consents (
	person_id INTEGER NOT NULL, 
	notice INTEGER NOT NULL, 
	given_at DOUBLE NOT NULL, 
	PRIMARY KEY (person_id)
);
INSERT INTO "consents" VALUES(1001,1,10.0);
CREATE TABLE counts (
	"key" TEXT NOT NULL, 
	hits INTEGER NOT NULL, 
	expires_at DOUBLE NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "counts" VALUES('5f1d7a84db00d2fc',3,4000000000.0);
CREATE TABLE feedback (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	at DOUBLE NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "feedback" VALUES(1,1001,'from 1001',10.0);
CREATE TABLE guild_settings (
	guild_id INTEGER NOT NULL, 
	goal TEXT, 
	length INTEGER NOT NULL, 
	explicit BOOLEAN NOT NULL, 
	photo_channels JSON NOT NULL, 
	private BOOLEAN NOT NULL, 
	language TEXT, 
	PRIMARY KEY (guild_id)
);
INSERT INTO "guild_settings" VALUES(7,NULL,30,1,'[8, 9]',1,NULL);
CREATE TABLE history (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	made_at DOUBLE NOT NULL, 
	mood TEXT NOT NULL, 
	goal TEXT NOT NULL, 
	tracks JSON NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "history" VALUES(1,1001,10.0,'sad','match','[{"title": "Song 1", "artist": "Nova", "point": {"valence": 0.0, "arousal": 0.0}, "uri": null, "year": null, "why": null, "isrc": null}]');
CREATE TABLE logins (
	owner TEXT NOT NULL, 
	token TEXT NOT NULL, 
	PRIMARY KEY (owner)
);
INSERT INTO "logins" VALUES('bot','gAAAAABrA5ZRgbVMnRkteiD2Uqf3ixoWundEm8P67lg9ZW7MXOzX4V3Nx1gnGkiHU1IEo2Dnv2sjJHpc2QdvJkZIwFygE1-ZyLc_wX5bxuqzNlaBzZg3gJp8XDphtMzmCA00HtUGfayY1RA8NLxBL1t3_eUyjBYPvxVuA3DesJaWV1rzXVGuiAqai1bp92oNUuwMFK2S3VNloyppa8yXf2StsE-X1GXaXMfXgNx9wbSClGxsOgDxE78=');
INSERT INTO "logins" VALUES('1001','gAAAAABrA5ZRzWNWyGASAiZh1G7oxmjHhnd2qHIyzFT1eijcgiErB_IaP9jK8tbvYlNFgBP6Fhbrr9pmlDla9cbwW0_fNHiz7qc2scovZ7RgYgf06LxDyAj30KJuJEI2YPzuD_kUR3AGwOc16dzYXWktrS7th-V2PHHftC8-uErlkEzT-sPx0fkeaw0O7Zm134CYnH287k7p');
CREATE TABLE pending_links (
	owner TEXT NOT NULL, 
	state_digest TEXT NOT NULL, 
	verifier TEXT NOT NULL, 
	expires_at DOUBLE NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (owner), 
	UNIQUE (state_digest)
);
INSERT INTO "pending_links" VALUES('1002','9e4af0c1bd46a78372f99f00873156d48a670790854a8cd7cb7a27c303720eef','gAAAAABrA5ZRkXR89CQAg1DloQl-Z9Cp_LzfUomDBz9_fsW27TLuPw1aPTi-eO_JQIXK_N_2-Lj7SMbpjrnvTgq-f9eypmoc1A==',1790000600.0,'Bo');
CREATE TABLE person_settings (
	person_id INTEGER NOT NULL, 
	language TEXT, 
	private BOOLEAN, 
	history BOOLEAN NOT NULL, 
	explicit BOOLEAN NOT NULL, favourites BOOLEAN DEFAULT 0 NOT NULL, 
	PRIMARY KEY (person_id)
);
INSERT INTO "person_settings" VALUES(1001,NULL,NULL,1,1,1);
CREATE TABLE playlists (
	request_id TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	tag TEXT NOT NULL, 
	started_at DOUBLE NOT NULL, 
	stage TEXT NOT NULL, 
	playlist_id TEXT, 
	uris JSON NOT NULL, account_id TEXT, 
	PRIMARY KEY (request_id)
);
INSERT INTO "playlists" VALUES('request-1','bot','Tape 1',1780000001.5,'made','37i9dQZF1DX','["spotify:track:0000000000000000000001", "spotify:track:0000000000000000000002"]','anna');
INSERT INTO "playlists" VALUES('request-2','1001','Tape 2',1780000002.0,'making',NULL,'[]',NULL);
CREATE TABLE resolved_tracks (
	"key" INTEGER NOT NULL, 
	uri TEXT, 
	expires_at DOUBLE NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "resolved_tracks" VALUES(5,NULL,1790000000.0);
INSERT INTO "resolved_tracks" VALUES(9223372036854775807,'spotify:track:0000000000000000000001',1790000000.0);
CREATE TABLE tapes (
	tape_id TEXT NOT NULL, 
	owner_id INTEGER NOT NULL, 
	request JSON NOT NULL, 
	tape JSON NOT NULL, 
	expires_at DOUBLE NOT NULL, 
	playlist_url TEXT, 
	shared BOOLEAN NOT NULL, awaited_in TEXT, own BOOLEAN DEFAULT 1 NOT NULL, 
	PRIMARY KEY (tape_id)
);
INSERT INTO "tapes" VALUES('of 1001',1001,'{"feeling": {"probabilities": [0.1, 0.0, 0.1, 0.5, 0.1, 0.1, 0.1]}, "length": 20, "seed": null, "goal": "lift", "destination": null, "energy": 0.0, "avoid": [], "explicit": true, "genres": [], "languages": [], "decades": [1990], "tastes": [], "gone": []}','{"mood": {"name": "happy", "point": {"valence": 0.8, "arousal": 0.5}, "spread": 0.1, "dominance": 0.0}, "tracks": [{"title": "Song 0: \"\u00e9\" \u2603", "artist": "Bj\u00f6rk & \u5742\u672c", "point": {"valence": 0.5, "arousal": -0.25}, "uri": null, "year": 1990, "why": null, "isrc": null}, {"title": "Song 1: \"\u00e9\" \u2603", "artist": "Bj\u00f6rk & \u5742\u672c", "point": {"valence": 0.5, "arousal": -0.25}, "uri": null, "year": 1991, "why": null, "isrc": null}], "goal": "lift", "steps": {"largest": 0.2, "mean": 0.1, "tempo_bpm": null, "loudness_db": null}, "shortage": {"asked": 20, "left_out": []}, "spares": [{"title": "Song 2: \"\u00e9\" \u2603", "artist": "Bj\u00f6rk & \u5742\u672c", "point": {"valence": 0.5, "arousal": -0.25}, "uri": null, "year": 1992, "why": null, "isrc": null}]}',1000.0,NULL,0,'de',0);
CREATE TABLE tastes (
	person_id INTEGER NOT NULL, 
	taste JSON NOT NULL, 
	changed_at DOUBLE NOT NULL, 
	PRIMARY KEY (person_id)
);
INSERT INTO "tastes" VALUES(1001,'{"opinions": [{"verdict": "up", "valence": 0.5, "arousal": 0.5, "key": 1, "when_s": 1.0}]}',1.0);
CREATE INDEX playlists_by_age ON playlists (owner, stage, started_at);
CREATE INDEX ix_resolved_tracks_expires_at ON resolved_tracks (expires_at);
CREATE INDEX history_by_time ON history (person_id, made_at);
CREATE INDEX ix_feedback_person_id ON feedback (person_id);
CREATE INDEX ix_tapes_owner_id ON tapes (owner_id);
CREATE INDEX ix_tapes_expires_at ON tapes (expires_at);
CREATE INDEX ix_counts_expires_at ON counts (expires_at);
