package cn.zhengqi.web.autoconfigure;

import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The very decoder that every service of the platform has; the services under test trust keys of the test in its place. */
public final class ServicesDecoder {

    private ServicesDecoder() {}

    /** @param base where auth-service shows its keys */
    public static JwtDecoder of(String base) {
        ZhengqiProperties properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("zhengqi.auth.jwks-uri", base + "/oauth2/jwks")))
                .bindOrCreate("zhengqi", ZhengqiProperties.class);
        return new ZhengqiSecurityAutoConfiguration()
                .jwtDecoder(properties, new DefaultListableBeanFactory().getBeanProvider(LoadBalancerClient.class));
    }
}
