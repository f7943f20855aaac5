package cn.zhengqi.auth.outside;

import cn.zhengqi.kernel.AddressRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks names up for {@link OutsideCalls}, and knows only addresses of the open net: asked where the connection is made, so that a name cannot mean one
 * address when it is looked at and another when it is called. One address that is not public is enough to refuse the name. Where everything runs on one machine its own
 * addresses are known too, and no other that is not public.
 */
public final class PublicAddresses implements DnsResolver {

    private static final List<AddressRange> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(range -> AddressRange.parse(range).orElseThrow())
            .toList();

    /** The name means an address that nobody outside may have us call. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }

    private final boolean thisMachineToo;

    PublicAddresses(boolean thisMachineToo) {
        this.thisMachineToo = thisMachineToo;
    }

    /** What says by itself, without being looked up, that it is no address of the open net; of a name only the call can tell. */
    public static boolean isPlainlyNotPublic(String host) {
        return namesThisMachine(host)
                || literal(host).filter(address -> !isPublic(address)).isPresent();
    }

    public static boolean namesThisMachine(String host) {
        return host.equalsIgnoreCase("localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    static boolean isPublic(InetAddress address) {
        String text = address.getHostAddress();
        String plain = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(plain));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!Arrays.stream(found).allMatch(this::mayBeCalled)) {
            throw new NotPublic(host);
        }
        return found;
    }

    private boolean mayBeCalled(InetAddress address) {
        return isPublic(address) || (thisMachineToo && address.isLoopbackAddress());
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        resolve(host);
        return host;
    }
}
