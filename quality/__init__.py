"""How good the reading is, on gold that lies in this repository: cases, floors, and the gate that holds them."""
