// Read first by whatever serves: the memory it takes is then its own matter, whoever starts it.
import { setFlagsFromString } from "node:v8";

// By itself the engine lets what is to be forgotten grow to as much as what is kept before it clears it away.
// At a fifth, sixty-four people at once take 206 MB instead of 336, at a cost that no measure showed.
setFlagsFromString("--heap-growing-percent=20");
