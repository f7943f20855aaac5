package cn.zhengqi.auth.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A real OpenID Connect provider on a port of its own: Spring Authorization Server. Its people sign in by HTTP Basic, with any name and the password {@code p}. */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "zhengqi";
    static final String SECRET = "secret-at-the-provider";

    /** What it says of its people, by name. */
    private static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

    /** Whether somebody between changes its tokens. */
    private static volatile boolean tampered;

    private static volatile String callback = "";

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();

    private IdentityProvider() {
        context.register(Server.class);
        context.refresh();
    }

    static IdentityProvider startedFor(String callbackAddress) {
        callback = callbackAddress;
        return new IdentityProvider();
    }

    String issuer() {
        return "http://localhost:" + context.getWebServer().getPort();
    }

    void knows(String person, Map<String, Object> claims) {
        CLAIMS.put(person, claims);
    }

    void tamper(boolean withTokens) {
        tampered = withTokens;
    }

    static String basic(String person) {
        return "Basic " + Base64.getEncoder().encodeToString((person + ":p").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, or the service under test would find it. */
    @EnableWebSecurity
    @EnableWebMvc
    static class Server {

        @Bean
        TomcatServletWebServerFactory web() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        FilterRegistrationBean<FilterChainProxy> security(FilterChainProxy springSecurityFilterChain) {
            return new FilterRegistrationBean<>(springSecurityFilterChain);
        }

        @Bean
        FilterRegistrationBean<Tampering> tampering() {
            FilterRegistrationBean<Tampering> filter = new FilterRegistrationBean<>(new Tampering());
            filter.addUrlPatterns("/oauth2/token");
            filter.setOrder(Integer.MIN_VALUE);
            return filter;
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http, UserDetailsService people) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(AbstractHttpConfigurer::disable)
                    .addFilterAfter(new PeopleSignIn(people), SecurityContextHolderFilter.class)
                    .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return name ->
                    User.withUsername(name).password("{noop}p").roles("PERSON").build();
        }

        /** Of its own accord it would keep the secret, once it was right, under a hash that takes the processor a fifth of a second at each sign-in. */
        @Bean
        PasswordEncoder secrets() {
            return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
        }

        @Bean
        RegisteredClientRepository clients(PasswordEncoder secrets) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret(secrets.encode(SECRET))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(callback)
                    .scope("openid")
                    .scope("profile")
                    .scope("phone")
                    .clientSettings(ClientSettings.builder()
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(2048);
            var pair = pairs.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("key-of-the-provider")
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                    CLAIMS.getOrDefault(token.getPrincipal().getName(), Map.of())
                            .forEach((name, value) -> token.getClaims().claim(name, value));
                }
            };
        }
    }

    /** Before the authorization endpoint, which would have nobody otherwise. */
    private static final class PeopleSignIn extends BasicAuthenticationFilter {

        PeopleSignIn(UserDetailsService people) {
            super(new ProviderManager(new DaoAuthenticationProvider(people)));
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().equals("/oauth2/authorize");
        }
    }

    /** Puts another person into each id token that passes. */
    private static final class Tampering extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, jakarta.servlet.ServletException {
            if (!tampered) {
                chain.doFilter(request, response);
                return;
            }
            ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, kept);
            String body = new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8);
            byte[] changed = changed(body).getBytes(StandardCharsets.UTF_8);
            response.setContentLength(changed.length);
            response.getOutputStream().write(changed);
        }

        private static String changed(String body) {
            String token = between(body, "\"id_token\":\"", "\"");
            if (token == null) {
                return body;
            }
            String[] parts = token.split("\\.");
            String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                    .replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"somebody-else\"");
            String forged = parts[0] + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                    + "." + parts[2];
            return body.replace(token, forged);
        }

        private static @Nullable String between(String text, String start, String end) {
            int from = text.indexOf(start);
            return from < 0 ? null : text.substring(from + start.length(), text.indexOf(end, from + start.length()));
        }
    }
}
