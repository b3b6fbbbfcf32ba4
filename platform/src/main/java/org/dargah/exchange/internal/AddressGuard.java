package org.dargah.exchange.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a declaration from reaching into the house: loopback, private and special networks are
 * refused unless named in {@code dargah.exchange.networks}. A name is resolved here once; Java
 * keeps that answer for 30 s, so the connection that follows goes to the address that was judged.
 */
final class AddressGuard {

    private final List<Network> allowed = new ArrayList<>();

    /**
     * @param trusted an address that configuration itself names, such as the sandbox's
     */
    AddressGuard(List<String> networks, @Nullable URI trusted) {
        networks.stream().map(Network::parse).forEach(allowed::add);
        if (trusted != null && trusted.getHost() != null) {
            resolve(trusted.getHost()).stream().map(Network::only).forEach(allowed::add);
        }
    }

    /** True when every address behind the name may be spoken to. */
    boolean allows(URI target) {
        String scheme = target.getScheme();
        if (target.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            return false;
        }
        List<InetAddress> addresses = resolve(target.getHost());
        return !addresses.isEmpty() && addresses.stream().allMatch(this::allowed);
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private boolean allowed(InetAddress address) {
        return isPublic(address) || allowed.stream().anyMatch(n -> n.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || address.isSiteLocalAddress()
                || isUniqueLocal(address)
                || isSpecial(address));
    }

    /** fc00::/7, the private networks of IPv6. */
    private static boolean isUniqueLocal(InetAddress address) {
        return address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** 0.0.0.0/8, 100.64.0.0/10 (carriers' own), 192.0.0.0/24 and 240.0.0.0/4 of IPv4. */
    private static boolean isSpecial(InetAddress address) {
        byte[] b = address.getAddress();
        if (b.length != 4) {
            return false;
        }
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && b[2] == 0);
    }

    /** A network in CIDR notation. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Network(byte[] prefix, int bits) {

        static Network parse(String cidr) {
            String[] parts = cidr.split("/", -1);
            return new Network(
                    InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        static Network only(InetAddress address) {
            return new Network(address.getAddress(), address.getAddress().length * 8);
        }

        boolean contains(InetAddress address) {
            byte[] candidate = address.getAddress();
            return candidate.length == prefix.length && samePrefix(candidate);
        }

        private boolean samePrefix(byte[] candidate) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((candidate[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
