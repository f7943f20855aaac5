package cn.zhengqi.auth.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Outside identity providers (a city's own, 电子营业执照); none unless they are named.
 *
 * @param providers each under the id that its callback has: {@code <public-url>/api/auth/sign-in/providers/<id>/callback}
 */
@ConfigurationProperties("zhengqi.sign-in.outside")
public record ProviderProperties(@DefaultValue Map<String, Provider> providers) {

    public ProviderProperties {
        providers.forEach((id, provider) -> {
            if (!id.matches("[a-z][a-z0-9-]{0,29}")
                    || provider.name().isBlank()
                    || provider.issuer().isBlank()
                    || provider.clientId().isBlank()
                    || provider.clientSecret().isBlank()) {
                throw new IllegalArgumentException("zhengqi.sign-in.outside.providers." + id
                        + " needs a name, an issuer, a client-id and a client-secret");
            }
        });
    }

    /**
     * One provider.
     *
     * @param name on the button
     * @param icon path of a picture on the button
     * @param issuer below which its discovery document lies
     * @param scopes that are asked for; openid is always one
     * @param nameClaim what it calls the person's name
     * @param phoneClaim what it calls the phone
     * @param phoneVerifiedClaim where it says that the phone was proved
     * @param trustPhone who has an account here with the phone that it has proved is let into that account
     */
    public record Provider(
            String name,
            @Nullable String icon,
            String issuer,
            String clientId,
            String clientSecret,
            @DefaultValue({"openid", "profile", "phone"}) List<String> scopes,
            @DefaultValue("name") String nameClaim,
            @DefaultValue("phone_number") String phoneClaim,
            @DefaultValue("phone_number_verified") String phoneVerifiedClaim,
            @DefaultValue("false") boolean trustPhone) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Provider[" + name + ", " + issuer + ", " + clientId + "]";
        }
    }
}
