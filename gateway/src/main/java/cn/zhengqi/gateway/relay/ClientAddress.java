package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.GatewayProperties;
import cn.zhengqi.kernel.AddressRange;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Where a request comes from: the peer, or what a proxy that is known says about its peer. */
@Component
public class ClientAddress {

    private final List<AddressRange> trustedProxies;
    private final boolean https;

    /** @throws IllegalArgumentException for what is neither an address nor a range: nobody would be believed, or somebody else */
    ClientAddress(GatewayProperties properties) {
        this.trustedProxies = properties.trustedProxies().stream()
                .map(String::strip)
                .map(text -> AddressRange.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("trusted-proxies: " + text
                                + " is neither an address nor a range of addresses such as 10.42.0.0/16")))
                .toList();
        this.https = properties.https();
    }

    public String of(ServerHttpRequest request) {
        String address = peer(request);
        if (isTrusted(address)) {
            List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(String::strip)
                    .toList();
            for (int i = forwarded.size() - 1; i >= 0; i--) {
                address = forwarded.get(i);
                if (!isTrusted(address)) {
                    return address;
                }
            }
        }
        return address;
    }

    /** Scheme by which browsers come, which the cookies of auth-service depend on. */
    public String scheme() {
        return https ? "https" : "http";
    }

    private boolean isTrusted(String address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    private static String peer(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null ? "unknown" : peer.getAddress().getHostAddress();
    }
}
