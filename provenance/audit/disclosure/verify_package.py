"""Check a disclosure package, alone: python verify_package.py package.zip [--key KEY].

A package holds some records of an append-only log, some of their fields, and what it takes to
check that they were in the log, unchanged. This file needs Python 3.9 and nothing else; for
signatures also the package "cryptography", and it says so where that is not there. It asks no
network and writes nothing. Without a name it checks the folder in which it lies. KEY is the
verifier key of the log, as its owner gave it to you some other way: without it, this shows that
the package hangs together under whatever key it brings.

It ends with 0 where all holds, 1 where something does not, 2 where it was called wrongly, 3 where
all that was checked holds but no signature could be checked. Below, H is SHA-256, and | joins.
"""

import base64
import hashlib
import json
import os
import re
import struct
import sys
import zlib

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

FORMAT = "provenance-disclosure/1"
SMALL, LARGE = 1 << 20, 64 << 20  # bytes that a file may have which is read as a whole
ALWAYS = {"README.txt", "checkpoint", "manifest.json", "verify_package.py"}
NAME = re.compile(r"[A-Za-z0-9_][\w.-]*(/[A-Za-z0-9_][\w.-]*){0,3}", re.ASCII)
RECORD = re.compile(r"records/([a-z_]+-[a-z2-7]{26})\.json")
ENTRY = re.compile(r"log/([1-9][0-9]{0,17})\.json")
BLOB = re.compile(r"blobs/([0-9a-f]{64})")
STAMP_FILES = r"checkpoint|consistency\.json|request\.tsq|response\.tsr|stamped"
STAMP_LISTS = r"chain-[0-9]\.der|revocation-[0-9]\.crl"
STAMP = re.compile(rf"stamps/([a-z2-7]{{26}})/({STAMP_FILES}|{STAMP_LISTS})")
HEX = re.compile(r"[0-9a-f]{64}")


class Refused(Exception):
    """The package is not what it says."""


def need(held, otherwise):
    if not held:
        raise Refused(otherwise)


def sha(data):
    return hashlib.sha256(data).digest()


# ---- 1. The container: ZIP (APPNOTE 4.3) in one spelling only, nothing compressed; or a folder


class Zip:
    """Each file behind its header, in the order of names; the list of headers; the end."""

    def __init__(self, file):
        self.file, self.places = file, {}
        self.end = self.file.seek(0, 2)
        need(self.end < 2**32, "the package is larger than 4 GiB")
        at, listed, last = 0, b"", ""
        while self.bytes(at, 4) != b"PK\x01\x02":
            name, crc, size, length = self.header(at)
            need(name not in self.places, f"{name} is there twice")
            need(name > last and len(self.places) < 60000, f"{name} is not in its place")
            numbers = (788, 20, 0, 0, 0, 33, crc, size, size, len(name), 0, 0, 0, 0, 0o100644 << 16)
            listed += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", *numbers, at) + name.encode()
            self.places[name], last = (at + length, size, crc), name
            at += length + size
            need(at <= self.end, f"the package ends within {name}")
        count = len(self.places)
        tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(listed), at, 0)
        need(self.bytes(at, len(listed)) == listed, "the list at the end does not fit the files")
        need(self.bytes(at + len(listed), len(tail)) == tail, "the archive's end is not right")
        need(at + len(listed + tail) == self.end, "there are bytes after the archive's end")

    def bytes(self, at, length):
        need(at + length <= self.end, "the package is cut short, or is none")
        self.file.seek(at)
        return self.file.read(length)

    def header(self, at):
        head = self.bytes(at, 30)
        mark, _, flags, method, _, _, crc, _, size, length, _ = struct.unpack("<4s5H3I2H", head)
        need(mark == b"PK\x03\x04", "this is no package, or a damaged one")
        name = self.bytes(at + 30, length).decode("latin-1")
        need(NAME.fullmatch(name) and len(name) <= 120, f"a name that must not be: {name}")
        need(not flags & 1, f"{name} is encrypted")
        need(method == 0, f"{name} is compressed")
        right = struct.pack("<4s5H3I2H", mark, 20, 0, 0, 0, 33, crc, size, size, length, 0)
        need(right == head, f"the header of {name} is not right")
        return name, crc, size, 30 + length

    def names(self):
        return set(self.places)

    def pieces(self, name, limit=None):
        start, size, crc = self.places[name]
        need(limit is None or size <= limit, f"{name} is too large")
        found = 0
        for at in range(start, start + size, SMALL):
            piece = self.bytes(at, min(SMALL, start + size - at))
            found = zlib.crc32(piece, found)
            yield piece
        need(found == crc, f"{name} is damaged")


class Folder:
    """The same files, unpacked."""

    def __init__(self, path):
        self.path, self.found = path, set()
        for folder, folders, files in os.walk(path):
            for each in folders + files:
                whole = os.path.join(folder, each)
                need(not os.path.islink(whole), f"{whole} is a symbolic link")
                if each in files:
                    self.found.add(os.path.relpath(whole, path).replace(os.sep, "/"))

    def names(self):
        return self.found

    def pieces(self, name, limit=None):
        path = os.path.join(self.path, name)
        need(limit is None or os.path.getsize(path) <= limit, f"{name} is too large")
        with open(path, "rb") as file:
            while piece := file.read(SMALL):
                yield piece


def read(files, name, limit=SMALL):
    return b"".join(files.pieces(name, limit))


def digest(files, name):
    found = hashlib.sha256()
    for piece in files.pieces(name):
        found.update(piece)
    return "sha256:" + found.hexdigest()


# ---- 2. JSON, spelled as RFC 8785 spells it; the manifest, which nobody has signed


def canonical(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def no_fraction(text):
    raise Refused(f"a number that records do not have: {text[:40]}")


def parsed(data, name, **shape):
    value = json.loads(data.decode(), parse_float=no_fraction, parse_constant=no_fraction)
    need(canonical(value) == data, f"{name} was encoded again: RFC 8785 has one form for it")
    return shaped(value, name, **shape) if shape else value


def shaped(value, name, **shape):
    need(isinstance(value, dict) and value.keys() == shape.keys(), f"{name} has other names in it")
    for each, kind in shape.items():
        need(type(value[each]) is kind, f"{each} in {name} is of another type")
    return value


def check_manifest(files):
    """Check that just these files are there, each with its digest."""
    there = files.names()
    need(there >= ALWAYS, f"the package lacks {sorted(ALWAYS - there)}")
    value = parsed(read(files, "manifest.json", LARGE), "manifest.json")
    need(
        not isinstance(value, dict) or value.get("format") == FORMAT, "a package of another format"
    )
    shape = {"files": dict, "format": str, "made_at": str, "recipient": str, "subjects": dict}
    listed = shaped(value, "manifest.json", **shape)["files"]
    need("manifest.json" not in listed, "the manifest names itself")
    for name in sorted(there | set(listed)):
        need(name in there, f"the package lacks {name}, which its manifest names")
        need(name in listed or name == "manifest.json", f"{name} is not in the manifest")
        known = any(kind.fullmatch(name) for kind in (RECORD, ENTRY, BLOB, STAMP))
        need(known or name in ALWAYS, f"{name} is of no known kind")
        need(name not in listed or listed[name] == digest(files, name), f"{name} has other bytes")
    need(all(isinstance(each, str) for each in value["subjects"].values()), "a subject is no id")
    return value


# ---- 3. Trees (RFC 9162, section 2.1): a leaf is H(0 | data), a node H(1 | left | right)


def hashes(value, name):
    need(isinstance(value, list) and len(value) <= 63, f"the proof in {name} is no list of hashes")
    need(all(HEX.fullmatch(each) for each in value), f"the proof in {name} is no list of hashes")
    return [bytes.fromhex(each) for each in value]


def check_inclusion(leaf, index, size, proof, root, otherwise):
    """Check that the proof leads from the leaf with this index to the root (2.1.3.2)."""
    need(0 <= index < size < 2**63, otherwise)
    climb([leaf], index, size - 1, proof, [root], otherwise)


def check_consistency(first, first_root, second, second_root, proof):
    """Check that the tree of size ``second`` begins with that of size ``first`` (2.1.4.2)."""
    otherwise = "the log is not shown to extend the one that was stamped"
    need(0 < first <= second, otherwise)
    if first == second:
        return need(not proof and first_root == second_root, otherwise)
    path = [first_root, *proof] if first & (first - 1) == 0 else proof
    need(path, otherwise)
    here, last = first - 1, second - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    roots = [second_root, first_root]
    return climb([path[0], path[0]], here, last, path[1:], roots, otherwise)


def climb(nodes, here, last, proof, roots, otherwise):
    """Climb from a node of the new tree, and from the same node of the old one, to their roots."""
    for each in proof:
        need(last > 0, otherwise)
        if here & 1 or here == last:
            nodes = [sha(b"\x01" + each + node) for node in nodes]
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:  # what stands to the right is in the new tree only
            nodes[0] = sha(b"\x01" + nodes[0] + each)
        here, last = here >> 1, last >> 1
    need(last == 0 and nodes == roots, otherwise)


# ---- 4. Keys: Ed25519 (RFC 8032). Who holds one is nothing that a file can show


def unbase64(text):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 that is spelled in another way")
    return raw


def check_signature(key, signature, message, otherwise):
    if Ed25519PublicKey is None:
        return
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        raise Refused(otherwise) from None


def log_key(text):
    """Return name, key id and key of ``name+hex(id)+base64(1 | key)`` (C2SP signed-note)."""
    name, key_id, rest = text.split("+", 2)
    raw = unbase64(rest)
    need(len(raw) == 33 and raw[:1] == b"\x01", "the log's key is not an Ed25519 key")
    fits = sha(name.encode() + b"\n" + raw)[:4].hex() == key_id
    need(fits and re.fullmatch(r"[^\s+]+", name), "the key id does not fit the log's key")
    return name, bytes.fromhex(key_id), raw[1:]


class Keys:
    """Which key an agent or the log had at which step: the first, and its signed changes."""

    def __init__(self, records):
        self.agents = {each["commitment"]: each["shown"] for each in records["agent"]}
        self.logs = [each["shown"] for each in records["log_key"]]
        self.known = {e["id"]: [(0, e.get("public_key"))] for e in self.agents.values()}
        self.known.update({each["id"]: [(0, each.get("verifier_key"))] for each in self.logs})
        for each in sorted(records["key_change"], key=lambda e: (e["step"], e["ordinal"])):
            shown = each["shown"]
            former, key, chain = shown["former"], shown["key"], self.known[shown["record"]]
            need(chain[-1][1] == former, "a change of keys begins from another key")
            message = f"provenance-desk key change v1\n{former}\n{key}\n".encode()
            for text, name in ((former, "former_signature"), (key, "signature")):
                raw = log_key(text)[2] if shown["of"] == "log" else unbase64(text)
                otherwise = "a change of keys is not signed by both"
                check_signature(raw, unbase64(shown[name]), message, otherwise)
            chain.append((each["step"], key))

    def at(self, record, step):
        """Return the key that is in force before a step is over."""
        return [key for since, key in self.known[record] if since < step][-1]

    def actor(self, commitment, step):
        need(commitment in self.agents, f"the package lacks the key of who signed entry {step}")
        return unbase64(self.at(self.agents[commitment]["id"], step))


# ---- 5. Checkpoint (C2SP tlog-checkpoint), entries, records


def check_checkpoint(note, keys, trusted=None):
    """Return origin, size, root and key of a note that the log's key has signed."""
    whole = note.decode()
    text, blank, tail = whole.rpartition("\n\n")
    need(blank and tail.endswith("\n"), "a checkpoint has no signature")
    need(not re.search(r"[\x00-\x09\x0b-\x1f]", whole), "a checkpoint has control characters")
    lines, signatures = text.split("\n"), tail[:-1].split("\n")
    need(len(lines) == 3 and all(lines), "a checkpoint has three lines")
    need(len(set(signatures)) == len(signatures) <= 100, "a checkpoint has signatures twice")
    origin, size, root = lines[0], lines[1], unbase64(lines[2])
    need(re.fullmatch(r"[1-9][0-9]{0,18}", size), "a checkpoint has no size")
    need(len(root) == 32 and int(size) < 2**63, "a checkpoint has no root or no size")
    known = [each["id"] for each in keys.logs if each.get("origin") == origin]
    need(len(known) == 1, f"no one record names the key of the log {origin}")
    key = keys.at(known[0], int(size) + 1)
    need(trusted is None or key == trusted, "the checkpoint is not signed with the key you gave")
    name, key_id, raw = log_key(key)
    need(name == origin, "the checkpoint is of another log than its key")
    ours = 0
    for line in signatures:
        match = re.fullmatch(r"\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})", line)
        need(match, "a line under a checkpoint is no signature")
        value = unbase64(match[2])
        need(len(value) >= 5, "a signature under a checkpoint is too short")
        if match[1] == name and value[:4] == key_id:
            otherwise = "the log's signature does not fit the checkpoint"
            check_signature(raw, value[4:], f"{text}\n".encode(), otherwise)
            ours += 1
    need(ours, "the log's key has not signed the checkpoint")
    return origin, int(size), root, key


def read_record(data, name, identity):
    """Return a record: each field shown with its salt, or withheld with its digest."""
    shape = {"fields": dict, "kind": str, "ordinal": int, "proof": list, "schema": int}
    record = parsed(data, name, step=int, **shape)
    digests, shown = {}, {}
    for field, each in record["fields"].items():
        need(re.fullmatch(r"[a-z][a-z0-9_]{0,60}", field), f"a field in {name} has no name")
        fits = isinstance(each, dict) and set(each) in ({"salt", "value"}, {"digest"})
        need(fits, f"{field} in {name} is neither shown nor withheld")
        digests[field] = each.get("salt", each.get("digest"))
        need(HEX.fullmatch(digests[field]), f"{field} in {name} has no salt or digest")
        if "value" in each:
            shown[field] = each["value"]
            data = bytes.fromhex(each["salt"]) + canonical(each["value"])
            digests[field] = sha(data).hex()
    whole = {"digests": digests, "kind": record["kind"], "schema": record["schema"]}
    fits = isinstance(shown.get("id"), str) and f"{record['kind']}-{shown['id']}" == identity
    need(fits, f"{name} is another record, or hides its id")
    record.update(proof=hashes(record["proof"], name), commitment=sha(canonical(whole)))
    return dict(record, shown=shown, withheld=set(digests) - set(shown))


def read_step(data, name, seq):
    step = parsed(data, name, entry=dict, proof=list, signature=str)
    shape = {"actor": str, "at": str, "count": int, "kind": str, "root": str, "seq": int}
    entry = shaped(step["entry"], name, **shape)
    need(HEX.fullmatch(entry["actor"]) and HEX.fullmatch(entry["root"]), f"no digests in {name}")
    need(str(entry["seq"]) == seq, f"{name} holds another entry")
    return entry, hashes(step["proof"], name), unbase64(step["signature"])


def check_texts(records):
    """Check that texts have their digests, and quotes stand in texts, where both are shown."""
    texts = {}
    for shown in (each["shown"] for each in records["document"]):
        if isinstance(shown.get("text"), str):
            texts[shown["id"]] = shown["text"]
            own = "sha256:" + sha(shown["text"].encode()).hex()
            need(shown.get("text_digest") in (None, own), "a text has another digest")
    for shown in (each["shown"] for each in records["appearance"]):
        quote, text = shown.get("selector"), texts.get(str(shown.get("document")))
        if quote is not None and text is not None:
            start, end = quote["start"], quote["end"]
            need(type(start) is int and type(end) is int and 0 <= start < end, "a quote's place")
            need(text[start:end] == quote.get("exact"), "a quote is not in its text")


def check_log(files, trusted):
    """Check that every record is in its step, every step in the tree that is signed for."""
    records, steps, blobs = [], {}, set()
    for name in sorted(files.names()):
        if match := RECORD.fullmatch(name):
            records.append(read_record(read(files, name, LARGE), name, match[1]))
        elif match := ENTRY.fullmatch(name):
            steps[int(match[1])] = read_step(read(files, name), name, match[1])
        elif match := BLOB.fullmatch(name):
            blobs.add("sha256:" + match[1])
            need(digest(files, name) == "sha256:" + match[1], f"{name} has other bytes")
    places = {(each["step"], each["ordinal"]) for each in records}
    need(len(places) == len(records), "two records have one place")
    need({step for step, _ in places} == set(steps), "records and entries do not fit together")
    kinds = {kind: [] for kind in ("agent", "log_key", "key_change", "document", "appearance")}
    for each in records:
        kinds.setdefault(each["kind"], []).append(each)
    keys = Keys(kinds)
    origin, size, root, key = check_checkpoint(read(files, "checkpoint"), keys, trusted)
    for seq, (entry, proof, signature) in sorted(steps.items()):
        data, otherwise = canonical(entry), f"entry {seq} is not in the log"
        check_inclusion(sha(b"\x00" + data), seq - 1, size, proof, root, otherwise)
        actor, otherwise = keys.actor(bytes.fromhex(entry["actor"]), seq), "does not fit"
        message = b"provenance-desk entry v1\n" + data
        check_signature(actor, signature, message, f"the signature of entry {seq} {otherwise}")
    for each in records:
        entry, leaf = steps[each["step"]][0], sha(b"\x00" + each["commitment"])
        otherwise = f"the {each['kind']} {each['shown']['id']} is not what was kept"
        into = bytes.fromhex(entry["root"])
        check_inclusion(leaf, each["ordinal"], entry["count"], each["proof"], into, otherwise)
    named = [each["shown"].get(n) for each in records for n in ("payload", "transfer", "digest")]
    need(blobs <= {each for each in named if isinstance(each, str)}, "a blob that no record names")
    check_texts(kinds)
    stamps = {each["shown"]["id"]: each["shown"] for each in kinds.get("stamp", [])}
    check_stamps(files, stamps, keys, size, root)
    return records, steps, stamps, (origin, size, key)


# ---- 6. Stamps (RFC 3161): that they belong here. Whether an authority signed, openssl tells


def check_stamps(files, stamps, keys, size, root):
    folders = {match[1] for match in map(STAMP.fullmatch, files.names()) if match}
    need(set(stamps) == folders, "stamps and their records do not fit together")
    single = {"checkpoint": "checkpoint", "covers": "stamped", "request": "request.tsq"}
    single["response"] = "response.tsr"
    lists = {"chain": "chain-", "revocation": "revocation-"}
    for stamp, said in stamps.items():
        folder = f"stamps/{stamp}/"
        there = sorted(name for name in files.names() if name.startswith(folder))
        for field, name in single.items():
            need(folder + name in there, f"the stamp {stamp} lacks {name}")
            need(said.get(field) == digest(files, folder + name), f"{folder}{name} is another one")
        for field, stem in lists.items():
            found = [digest(files, name) for name in there if name.startswith(folder + stem)]
            need(said.get(field) == found, f"the {field} of the stamp {stamp} is another one")
        note, path = read(files, folder + "checkpoint"), folder + "consistency.json"
        origin, then, before, _ = check_checkpoint(note, keys)
        fits = (origin, then) == (said.get("origin"), said.get("size"))
        need(fits and path in there, "the checkpoint of a stamp is not the one that it names")
        check_consistency(then, before, size, root, hashes(parsed(read(files, path), path), path))
        covers, earlier = note, said.get("renews")
        if earlier is not None:  # a renewal stamps all that the earlier stamp stood on
            need(earlier in stamps, "a stamp renews one that is not here")
            parts = [f"stamps/{earlier}/checkpoint", f"stamps/{earlier}/response.tsr"]
            for stem in lists.values():
                parts += sorted(
                    n for n in files.names() if n.startswith(f"stamps/{earlier}/{stem}")
                )
            covers = b"provenance-desk stamp renewal v1\n"
            for part in (read(files, name, LARGE) for name in parts):
                covers += b"%d\n%s" % (len(part), part)
        need(read(files, folder + "stamped", LARGE) == covers, "a stamp is over other bytes")


# ---- What was found


def say(text=""):
    print(ascii(text)[1:-1])


def tell(manifest, records, steps, stamps, origin, size, key, trusted):
    withheld = {f"{each['kind']}.{name}" for each in records for name in each["withheld"]}
    first, last = steps[min(steps)][0]["at"], steps[max(steps)][0]["at"]
    say(f"Package for {manifest['recipient']}, about {', '.join(manifest['subjects'])}")
    say(f"Withheld: {', '.join(sorted(withheld)) or 'nothing'}")
    say(f"HOLDS: {len(records)} records were in the log {origin}")
    say(f"    when its {size} entries were signed for, and are unchanged, withheld fields too.")
    say(f"HOLDS: they came in {len(steps)} steps from {first} to {last}, by the desk's clock.")
    say("HOLDS: where text and quote are shown, the quote stands in the text.")
    for stamp, said in sorted(stamps.items()):
        say(f"HOLDS: the stamp {stamp} is about the first {said['size']} entries of this log.")
        say("NOT CHECKED: that an authority signed it. In the unpacked folder, with its root:")
        say(f"    openssl ts -verify -data stamps/{stamp}/stamped")
        say(f"    -in stamps/{stamp}/response.tsr -CAfile ROOT.pem")
    say(f"The key of the log: {key}")
    if trusted is None:
        say("NOT CHECKED: whose log that is. Compare the key with the one given to you: --key KEY")
    say("Does not show: that what was recorded is true; that the desk's clock was right; who")
    say("holds a key; that nothing else was recorded, or that no later record corrects these.")
    if Ed25519PublicKey is None:
        say("NOT CHECKED: any signature. Install the Python package cryptography for that.")
        say("INCOMPLETE: all that was checked holds.")
        return 3
    say("HOLDS: the signatures of every step by its actor, and of the log's key.")
    say("VERIFIED")
    return 0


def main(words):
    trusted = None
    if "--key" in words[:-1]:
        at = words.index("--key")
        trusted, words = words[at + 1], words[:at] + words[at + 2 :]
    if len(words) > 1 or any(each.startswith("-") for each in words):
        print(__doc__)
        return 2
    path = words[0] if words else os.path.dirname(os.path.abspath(__file__))
    try:
        if os.path.isdir(path):
            return check(Folder(path), trusted)
        with open(path, "rb") as file:
            return check(Zip(file), trusted)
    except (Refused, OSError) as error:
        say(f"REFUSED: {error}")
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        say(f"REFUSED: something in it has not the form that it must have ({error!r})")
    return 1


def check(files, trusted):
    manifest = check_manifest(files)
    records, steps, stamps, found = check_log(files, trusted)
    there = {each["shown"]["id"] for each in records}
    need(there >= set(manifest["subjects"].values()), "a subject is not there")
    return tell(manifest, records, steps, stamps, *found, trusted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
