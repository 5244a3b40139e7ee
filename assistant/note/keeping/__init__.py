"""The record of what a note was made from, and what changed since an earlier one."""
