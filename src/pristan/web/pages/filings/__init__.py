"""The page of packets: what fits, what a clerk would refuse, what was built."""
