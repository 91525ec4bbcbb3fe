"""Sample data: letters to fictional States, to try the registry with.

States carry codes that ISO leaves to its users (XAA to XZZ), each letter says in its first line that it is
invented, and no record of it points at a real State. `loading` brings them in as a person would, through
intake; `removing` takes every trace of them away.
"""
