import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { networkOf } from "./network.server";

/** A request from an address, with what it claims to come from. */
function from(remote: string, forwarded?: string | string[]): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remote });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers["x-forwarded-for"] = forwarded as string;
  return request;
}

describe("the network of a request", () => {
  it("is its own address, and what it claims is ignored, when no proxy is trusted", () => {
    expect(networkOf(from("192.0.2.7"), 0)).toBe("192.0.2.7");
    expect(networkOf(from("192.0.2.7", "203.0.113.9"), 0)).toBe("192.0.2.7");
  });

  it("is what the trusted proxy nearest to the person saw, whatever was claimed before it", () => {
    expect(networkOf(from("127.0.0.1", "203.0.113.9"), 1)).toBe("203.0.113.9");
    expect(networkOf(from("127.0.0.1", "198.51.100.1, 203.0.113.9"), 1)).toBe("203.0.113.9");
    expect(networkOf(from("127.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.2"), 2)).toBe("203.0.113.9");
    expect(networkOf(from("127.0.0.1", ["198.51.100.1", "203.0.113.9"]), 1)).toBe("203.0.113.9");
    expect(networkOf(from("127.0.0.1", " 203.0.113.9 "), 1)).toBe("203.0.113.9");
  });

  it("is the proxy's own where it says nothing, less than the hops promise, or no address", () => {
    expect(networkOf(from("10.0.0.2"), 1)).toBe("10.0.0.2");
    expect(networkOf(from("10.0.0.2", ""), 1)).toBe("10.0.0.2");
    expect(networkOf(from("10.0.0.2", "203.0.113.9"), 2)).toBe("10.0.0.2");
    expect(networkOf(from("10.0.0.2", "unknown"), 1)).toBe("10.0.0.2");
    expect(networkOf(from("10.0.0.2", "x".repeat(5_000)), 1)).toBe("10.0.0.2");
  });

  it("is the first 64 bits of an IPv6 address, however it is written", () => {
    const home = "2001:db8:1:2::/64";
    for (const address of ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:DB8:0001:0002::abcd", "2001:0db8:1:2:0:0:0:9"]) {
      expect(networkOf(from(address), 0)).toBe(home);
      expect(networkOf(from("127.0.0.1", address), 1)).toBe(home);
    }
    expect(networkOf(from("2001:db8:1:3::1"), 0)).not.toBe(home);
    expect(networkOf(from("2001:db8::1"), 0)).toBe("2001:db8:0:0::/64");
    expect(networkOf(from("::1"), 0)).toBe("0:0:0:0::/64");
    expect(networkOf(from("fe80::1%eth0"), 0)).toBe("fe80:0:0:0::/64");
  });

  it("is the IPv4 address that an IPv6 one carries, and is told apart from its port", () => {
    expect(networkOf(from("::ffff:192.0.2.7"), 0)).toBe("192.0.2.7");
    expect(networkOf(from("::FFFF:192.0.2.7"), 0)).toBe("192.0.2.7");
    expect(networkOf(from("127.0.0.1", "203.0.113.9:51234"), 1)).toBe("203.0.113.9");
    expect(networkOf(from("127.0.0.1", "[2001:db8:1:2::1]:51234"), 1)).toBe("2001:db8:1:2::/64");
  });
});
