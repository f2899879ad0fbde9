"""Where records, log, blobs and keys lie. The only part that knows SQL.

``tables``      the tables, derived from the records; the way of a record to a row and back
``database``    connections, schema versions
``store``       the one write path, and the ways to read
``inspection``  raw rows for verification, whatever state they are in
``blobs``       bytes under their digest
``keys``        private keys and what was last signed, outside the workspace
"""
