CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE logins (
	owner TEXT NOT NULL, 
	token TEXT NOT NULL, 
	PRIMARY KEY (owner)
);
INSERT INTO "logins" VALUES('bot','gAAAAABrA5ZQoC95yQ1z4CZ2ZZ1y8qtA8loi190N23oty8UWa0ZH80ol0VoTAlbbO6J7o1nhacehT9AyBB8pANvY_8xg4qyFXh69P5y8JOIFKxGAukTx8aZRWmtK3oPetl4NPfJ9uFO93ppEhgriXCsK8I-A7Hu_MTaLEtHcErJyuqNkGUnq6V1VXWSOmIWq3Ci-Kr7n3YOh9wZTe8GZLcVKmbI5VjuEaBLlYZj13AbVvjkbkYcl5II=');
INSERT INTO "logins" VALUES('1001','gAAAAABrA5ZQX7if7ng-wp9G-2QixGv2X_J63FWFaUciHre1Z-cThF0Vww6CJj4cftNYJi1x5O3gxju95EyGrqYg205e-431-n3m22WFJmAA5sOTKYNB8zidwC9kX0Svcvs75ioQOA7dx1UuSsGf98weT_y13GCqoaQao8_JVc_iOfMFWaASLA5TPYWkeR0oST2C30q9Kxv5');
CREATE TABLE pending_links (
	owner TEXT NOT NULL, 
	state_digest TEXT NOT NULL, 
	verifier TEXT NOT NULL, 
	expires_at DOUBLE NOT NULL, 
	name TEXT NOT NULL, 
	PRIMARY KEY (owner), 
	UNIQUE (state_digest)
);
INSERT INTO "pending_links" VALUES('1002','9e4af0c1bd46a78372f99f00873156d48a670790854a8cd7cb7a27c303720eef','gAAAAABrA5ZQy0vocICuYUaTZX7XKYeIofCJwO5-QzIdOlC4HSyFzJyVHiCmyjqz8UvLAjqT3-Rjp-SqXA2zDgOCqKSvmkgTFg==',1790000600.0,'Bo');
CREATE TABLE playlists (
	request_id TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	tag TEXT NOT NULL, 
	started_at DOUBLE NOT NULL, 
	stage TEXT NOT NULL, 
	playlist_id TEXT, 
	uris JSON NOT NULL, 
	PRIMARY KEY (request_id)
);
INSERT INTO "playlists" VALUES('request-1','bot','Tape 1',1780000001.5,'made','37i9dQZF1DX','["spotify:track:0000000000000000000001", "spotify:track:0000000000000000000002"]');
INSERT INTO "playlists" VALUES('request-2','1001','Tape 2',1780000002.0,'making',NULL,'[]');
CREATE TABLE resolved_tracks (
	"key" INTEGER NOT NULL, 
	uri TEXT, 
	expires_at DOUBLE NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "resolved_tracks" VALUES(5,NULL,1790000000.0);
INSERT INTO "resolved_tracks" VALUES(9223372036854775807,'spotify:track:0000000000000000000001',1790000000.0);
CREATE INDEX playlists_by_age ON playlists (owner, stage, started_at);
CREATE INDEX ix_resolved_tracks_expires_at ON resolved_tracks (expires_at);
