CREATE TABLE agent (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	public_key VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX agent_log ON agent (event, ordinal);

CREATE TABLE appearance (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	document VARCHAR NOT NULL,
	selector VARCHAR NOT NULL,
	type VARCHAR NOT NULL,
	modality VARCHAR NOT NULL,
	cue VARCHAR NOT NULL,
	wording VARCHAR NOT NULL,
	quantities VARCHAR NOT NULL,
	places VARCHAR NOT NULL,
	times VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	finder VARCHAR NOT NULL,
	entities VARCHAR,
	dates VARCHAR,
	level VARCHAR,
	worth VARCHAR,
	withdrawn VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX appearance_log ON appearance (event, ordinal);

CREATE INDEX ix_appearance_document ON appearance (document);

CREATE TABLE assessed (
	seq INTEGER NOT NULL,
	version BIGINT NOT NULL,
	total BIGINT NOT NULL,
	PRIMARY KEY (seq)
);

CREATE TABLE assistance (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	allowed VARCHAR NOT NULL,
	host VARCHAR NOT NULL,
	model VARCHAR NOT NULL,
	"by" VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX assistance_log ON assistance (event, ordinal);

CREATE TABLE attribution (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	steps VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	details VARCHAR,
	content VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX attribution_log ON attribution (event, ordinal);

CREATE TABLE capture (
	id VARCHAR NOT NULL,
	"case" VARCHAR NOT NULL,
	requested VARCHAR NOT NULL,
	uri VARCHAR NOT NULL,
	via VARCHAR NOT NULL,
	outcome VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	hops VARCHAR NOT NULL,
	status INTEGER,
	headers VARCHAR NOT NULL,
	media_type VARCHAR,
	charset VARCHAR,
	payload VARCHAR,
	transfer VARCHAR,
	size INTEGER,
	peer VARCHAR,
	certificate VARCHAR,
	begun_at VARCHAR NOT NULL,
	ended_at VARCHAR NOT NULL,
	modified_at VARCHAR,
	clock_offset_ms INTEGER,
	collector VARCHAR NOT NULL,
	tool VARCHAR NOT NULL,
	tool_version VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX capture_log ON capture (event, ordinal);

CREATE INDEX ix_capture_payload ON capture (payload);

CREATE TABLE "case" (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	question VARCHAR NOT NULL,
	handling VARCHAR NOT NULL,
	bottom_line VARCHAR NOT NULL,
	caveats VARCHAR NOT NULL,
	reviewers INTEGER NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX case_log ON "case" (event, ordinal);

CREATE TABLE checkpoint (
	origin VARCHAR NOT NULL,
	size INTEGER NOT NULL,
	note VARCHAR NOT NULL,
	PRIMARY KEY (origin, size)
);

CREATE TABLE claim (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	wording VARCHAR NOT NULL,
	type VARCHAR NOT NULL,
	quantities VARCHAR NOT NULL,
	places VARCHAR NOT NULL,
	times VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX claim_log ON claim (event, ordinal);

CREATE TABLE collector_statement (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	uri VARCHAR,
	outlet VARCHAR,
	author VARCHAR,
	published VARCHAR,
	how VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX collector_statement_log ON collector_statement (event, ordinal);

CREATE TABLE comparison (
	id VARCHAR NOT NULL,
	claim VARCHAR NOT NULL,
	record VARCHAR,
	baseline VARCHAR NOT NULL,
	fits VARCHAR NOT NULL,
	"by" VARCHAR NOT NULL,
	supersedes VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX comparison_log ON comparison (event, ordinal);

CREATE TABLE cosignature (
	id VARCHAR NOT NULL,
	witness VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX cosignature_log ON cosignature (event, ordinal);

CREATE TABLE current (
	kind VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	slot VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	PRIMARY KEY (kind, subject, slot)
);

CREATE INDEX current_record ON current (record);

CREATE TABLE custody (
	id VARCHAR NOT NULL,
	capture VARCHAR NOT NULL,
	action VARCHAR NOT NULL,
	recipient VARCHAR NOT NULL,
	package VARCHAR,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX custody_log ON custody (event, ordinal);

CREATE INDEX ix_custody_capture ON custody (capture);

CREATE TABLE declaration (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	document VARCHAR NOT NULL,
	genre VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	words VARCHAR NOT NULL,
	origins VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX declaration_log ON declaration (event, ordinal);

CREATE INDEX ix_declaration_document ON declaration (document);

CREATE TABLE derivation (
	id VARCHAR NOT NULL,
	downstream VARCHAR NOT NULL,
	upstream VARCHAR,
	upstream_name VARCHAR,
	type VARCHAR NOT NULL,
	directed VARCHAR NOT NULL,
	evidence VARCHAR NOT NULL,
	state VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX derivation_log ON derivation (event, ordinal);

CREATE INDEX ix_derivation_downstream ON derivation (downstream);

CREATE INDEX ix_derivation_upstream ON derivation (upstream);

CREATE TABLE document (
	id VARCHAR NOT NULL,
	capture VARCHAR NOT NULL,
	payload VARCHAR NOT NULL,
	uri VARCHAR NOT NULL,
	extractor VARCHAR NOT NULL,
	extractor_version VARCHAR NOT NULL,
	media_type VARCHAR NOT NULL,
	charset VARCHAR,
	text VARCHAR NOT NULL,
	text_digest VARCHAR NOT NULL,
	whole VARCHAR,
	title VARCHAR,
	authors VARCHAR NOT NULL,
	site VARCHAR,
	section VARCHAR,
	published VARCHAR,
	published_basis VARCHAR NOT NULL,
	language VARCHAR,
	links VARCHAR NOT NULL,
	supersedes VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX document_log ON document (event, ordinal);

CREATE INDEX ix_document_capture ON document (capture);

CREATE INDEX ix_document_payload ON document (payload);

CREATE TABLE entry (
	seq INTEGER NOT NULL,
	at VARCHAR NOT NULL,
	actor BLOB NOT NULL,
	kind VARCHAR NOT NULL,
	count INTEGER NOT NULL,
	root BLOB NOT NULL,
	signature BLOB NOT NULL,
	PRIMARY KEY (seq)
);

CREATE TABLE erased (
	id VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	identity VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	commitment BLOB NOT NULL,
	erasure VARCHAR NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE erasure (
	id VARCHAR NOT NULL,
	records VARCHAR NOT NULL,
	blobs INTEGER NOT NULL,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX erasure_log ON erasure (event, ordinal);

CREATE TABLE examination (
	id VARCHAR NOT NULL,
	document VARCHAR NOT NULL,
	finder VARCHAR NOT NULL,
	published VARCHAR,
	found INTEGER NOT NULL,
	supersedes VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX examination_log ON examination (event, ordinal);

CREATE INDEX ix_examination_document ON examination (document);

CREATE TABLE finding (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	about VARCHAR NOT NULL,
	sentence VARCHAR NOT NULL,
	search VARCHAR NOT NULL,
	at INTEGER NOT NULL,
	open VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX finding_log ON finding (event, ordinal);

CREATE TABLE grade (
	id VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	axis VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	definition_set VARCHAR NOT NULL,
	policy VARCHAR NOT NULL,
	rationale VARCHAR NOT NULL,
	rater VARCHAR NOT NULL,
	topic VARCHAR NOT NULL,
	comparison VARCHAR NOT NULL,
	supersedes VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX grade_log ON grade (event, ordinal);

CREATE INDEX ix_grade_subject ON grade (subject);

CREATE TABLE handle (
	letter VARCHAR NOT NULL,
	number INTEGER NOT NULL,
	identity VARCHAR NOT NULL,
	PRIMARY KEY (letter, number),
	UNIQUE (identity)
);

CREATE TABLE inquiry (
	id VARCHAR NOT NULL,
	about VARCHAR NOT NULL,
	sought VARCHAR NOT NULL,
	"where" VARCHAR NOT NULL,
	words VARCHAR NOT NULL,
	at VARCHAR NOT NULL,
	result VARCHAR NOT NULL,
	note VARCHAR NOT NULL,
	"by" VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX inquiry_log ON inquiry (event, ordinal);

CREATE TABLE key_change (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	former VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	former_signature VARCHAR NOT NULL,
	signature VARCHAR NOT NULL,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX key_change_log ON key_change (event, ordinal);

CREATE TABLE key_use (
	id VARCHAR NOT NULL,
	agent VARCHAR NOT NULL,
	account VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX key_use_log ON key_use (event, ordinal);

CREATE TABLE link (
	id VARCHAR NOT NULL,
	appearance VARCHAR NOT NULL,
	claim VARCHAR NOT NULL,
	stance VARCHAR NOT NULL,
	state VARCHAR NOT NULL,
	rule VARCHAR NOT NULL,
	words VARCHAR NOT NULL,
	"key" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_link_appearance ON link (appearance);

CREATE INDEX ix_link_claim ON link (claim);

CREATE UNIQUE INDEX link_log ON link (event, ordinal);

CREATE TABLE log_key (
	id VARCHAR NOT NULL,
	origin VARCHAR NOT NULL,
	verifier_key VARCHAR NOT NULL,
	from_size INTEGER NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX log_key_log ON log_key (event, ordinal);

CREATE TABLE model_use (
	id VARCHAR NOT NULL,
	document VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	host VARCHAR NOT NULL,
	asked VARCHAR NOT NULL,
	models VARCHAR NOT NULL,
	fingerprints VARCHAR NOT NULL,
	parameters VARCHAR NOT NULL,
	prompt VARCHAR NOT NULL,
	answers VARCHAR,
	outcome VARCHAR NOT NULL,
	reason VARCHAR NOT NULL,
	passages INTEGER NOT NULL,
	answered INTEGER NOT NULL,
	sent INTEGER NOT NULL,
	taken INTEGER NOT NULL,
	known INTEGER NOT NULL,
	refused VARCHAR NOT NULL,
	tokens INTEGER,
	charged INTEGER NOT NULL,
	began_at VARCHAR NOT NULL,
	ended_at VARCHAR NOT NULL,
	tool VARCHAR NOT NULL,
	supersedes VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_model_use_document ON model_use (document);

CREATE UNIQUE INDEX model_use_log ON model_use (event, ordinal);

CREATE TABLE policy (
	id VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	definition_set VARCHAR NOT NULL,
	digest VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX policy_log ON policy (event, ordinal);

CREATE TABLE posted (
	document INTEGER NOT NULL,
	version BIGINT NOT NULL,
	count INTEGER NOT NULL,
	total BIGINT NOT NULL,
	PRIMARY KEY (document)
);

CREATE TABLE posting (
	kind VARCHAR NOT NULL,
	"key" BIGINT NOT NULL,
	document INTEGER NOT NULL,
	PRIMARY KEY (kind, "key", document)
)
 WITHOUT ROWID;

CREATE TABLE restore (
	id VARCHAR NOT NULL,
	back_to INTEGER NOT NULL,
	backup VARCHAR NOT NULL,
	left_origin VARCHAR NOT NULL,
	left_size INTEGER,
	left_root VARCHAR,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX restore_log ON restore (event, ordinal);

CREATE TABLE retraction (
	id VARCHAR NOT NULL,
	subject VARCHAR NOT NULL,
	notice VARCHAR,
	why VARCHAR NOT NULL,
	"by" VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX retraction_log ON retraction (event, ordinal);

CREATE TABLE review (
	id VARCHAR NOT NULL,
	claim VARCHAR NOT NULL,
	stage INTEGER NOT NULL,
	decision VARCHAR NOT NULL,
	saw VARCHAR NOT NULL,
	reliability VARCHAR,
	credibility VARCHAR,
	reason VARCHAR NOT NULL,
	reviewer VARCHAR NOT NULL,
	supersedes VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_review_claim ON review (claim);

CREATE UNIQUE INDEX review_log ON review (event, ordinal);

CREATE TABLE same_as (
	id VARCHAR NOT NULL,
	one VARCHAR NOT NULL,
	other VARCHAR NOT NULL,
	state VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX same_as_log ON same_as (event, ordinal);

CREATE TABLE separation (
	id VARCHAR NOT NULL,
	one VARCHAR NOT NULL,
	other VARCHAR NOT NULL,
	access VARCHAR NOT NULL,
	state VARCHAR NOT NULL,
	supersedes VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX separation_log ON separation (event, ordinal);

CREATE TABLE source (
	id VARCHAR NOT NULL,
	"of" VARCHAR NOT NULL,
	supersedes VARCHAR,
	why VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	named VARCHAR NOT NULL,
	type VARCHAR NOT NULL,
	domain VARCHAR,
	document VARCHAR,
	aliases VARCHAR NOT NULL,
	owner VARCHAR,
	ours VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX source_log ON source (event, ordinal);

CREATE TABLE stamp (
	id VARCHAR NOT NULL,
	origin VARCHAR NOT NULL,
	size INTEGER NOT NULL,
	checkpoint VARCHAR NOT NULL,
	covers VARCHAR NOT NULL,
	algorithm VARCHAR NOT NULL,
	authority VARCHAR NOT NULL,
	signer VARCHAR NOT NULL,
	policy VARCHAR NOT NULL,
	stamped_at VARCHAR NOT NULL,
	expires_at VARCHAR NOT NULL,
	request VARCHAR NOT NULL,
	response VARCHAR NOT NULL,
	chain VARCHAR NOT NULL,
	revocation VARCHAR NOT NULL,
	renews VARCHAR,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX stamp_log ON stamp (event, ordinal);

CREATE TABLE withdrawal (
	id VARCHAR NOT NULL,
	step INTEGER NOT NULL,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX withdrawal_log ON withdrawal (event, ordinal);

CREATE TABLE witness (
	id VARCHAR NOT NULL,
	verifier_key VARCHAR NOT NULL,
	why VARCHAR NOT NULL,
	event INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	schema INTEGER NOT NULL,
	salt BLOB NOT NULL,
	commitment BLOB NOT NULL,
	PRIMARY KEY (id)
);

CREATE UNIQUE INDEX witness_log ON witness (event, ordinal);
