/** The network inside one process: outlives the transports that use it, as a broker outlives its clients. */
export declare class MemoryNetwork {
  /** @param partitions of every topic */
  constructor(partitions?: number);
}
