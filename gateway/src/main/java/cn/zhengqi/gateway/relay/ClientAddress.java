package cn.zhengqi.gateway.relay;

import cn.zhengqi.gateway.GatewayProperties;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Where a request comes from: the peer, or what a proxy that is known says about its peer. */
@Component
public class ClientAddress {

    private final List<String> trustedProxies;
    private final boolean https;

    ClientAddress(GatewayProperties properties) {
        this.trustedProxies = properties.trustedProxies();
        this.https = properties.https();
    }

    public String of(ServerHttpRequest request) {
        String address = peer(request);
        if (trustedProxies.contains(address)) {
            List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                    .flatMap(line -> Arrays.stream(line.split(",")))
                    .map(String::strip)
                    .toList();
            for (int i = forwarded.size() - 1; i >= 0; i--) {
                address = forwarded.get(i);
                if (!trustedProxies.contains(address)) {
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

    private static String peer(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        return peer == null ? "unknown" : peer.getAddress().getHostAddress();
    }
}
