package cn.zhengqi.auth.wechat.simulator;

import cn.zhengqi.auth.wechat.simulator.SimulatedOfficialAccount.Refused;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses of WeChat's API below one path. No controller of the platform: its errors are WeChat's, HTTP 200 with an {@code errcode}, and nothing of it
 * is part of the platform's interface.
 */
public final class WeChatSimulator extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PEOPLE = List.of("早起的小王", "工厂老李", "门店张姐");

    private final transient SimulatedOfficialAccount account;

    public WeChatSimulator(SimulatedOfficialAccount account) {
        this.account = account;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path(request)) {
            case "/connect/oauth2/authorize" -> authorizationPage(request, response);
            case "/connect/agreed" -> sendBack(request, response);
            case "/sns/oauth2/access_token" ->
                answer(response, () -> {
                    var token =
                            account.exchange(text(request, "appid"), text(request, "secret"), text(request, "code"));
                    return Map.of(
                            "access_token", token.token(),
                            "expires_in", SimulatedOfficialAccount.TOKEN_LIFE.toSeconds(),
                            "refresh_token", "simulated",
                            "openid", token.openid(),
                            "scope", token.scope());
                });
            case "/sns/userinfo" ->
                answer(response, () -> {
                    var person = account.personBy(text(request, "access_token"), text(request, "openid"));
                    return Map.of(
                            "openid", person.openid(),
                            "nickname", person.nickname(),
                            "sex", 0,
                            "language", "",
                            "city", "",
                            "province", "",
                            "country", "",
                            "headimgurl", "",
                            "privilege", List.of());
                });
            case "/cgi-bin/token" ->
                answer(response, () -> token(account.token(text(request, "appid"), text(request, "secret"))));
            case "/cgi-bin/ticket/getticket" ->
                answer(response, () -> {
                    Map<String, Object> ticket = ok();
                    ticket.put("ticket", account.ticket(text(request, "access_token"), text(request, "type")));
                    ticket.put("expires_in", SimulatedOfficialAccount.TOKEN_LIFE.toSeconds());
                    return ticket;
                });
            case "/jweixin.js" -> script(response);
            case "/jssdk/config" ->
                answer(response, () -> {
                    if (!account.acceptsPage(
                            text(request, "appId"),
                            text(request, "timestamp"),
                            text(request, "nonceStr"),
                            text(request, "signature"),
                            text(request, "url"))) {
                        throw new Refused(63002, "invalid signature");
                    }
                    return ok();
                });
            case "/subscription/answer" ->
                answer(response, () -> {
                    account.answer(
                            text(request, "nickname"),
                            text(request, "template"),
                            text(request, "answer").equals("accept"));
                    return ok();
                });
            case "/messages" -> answer(response, account::messages);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode body = body(request);
        switch (path(request)) {
            case "/cgi-bin/stable_token" ->
                answer(
                        response,
                        () -> token(account.stableToken(
                                body.path("appid").asString(""),
                                body.path("secret").asString(""),
                                body.path("force_refresh").asBoolean(false))));
            case "/cgi-bin/message/template/send" ->
                answer(response, () -> {
                    Map<String, Object> sent = ok();
                    sent.put("msgid", account.send(text(request, "access_token"), body));
                    return sent;
                });
            case "/cgi-bin/message/subscribe/bizsend" ->
                answer(response, () -> {
                    account.sendOnce(text(request, "access_token"), body);
                    return ok();
                });
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void authorizationPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String returnTo = text(request, "redirect_uri");
        String scope = text(request, "scope");
        try {
            account.checkAuthorization(text(request, "appid"), hostOf(returnTo), scope);
        } catch (Refused refused) {
            page(response, "<h1>%s</h1><p>错误代码 %d</p>".formatted(refused.getMessage(), refused.number()));
            return;
        }
        StringBuilder page = new StringBuilder("<h1>您是哪位微信用户？</h1><p>");
        page.append(scope.equals("snsapi_base") ? "真实的微信在这一步不询问，直接识别用户。" : "该公众号申请获得您的昵称。请选择与上一步相同的用户。");
        page.append("</p><ul>");
        for (String person : PEOPLE) {
            page.append("<li><a href=\"")
                    .append(HtmlUtils.htmlEscape(agreed(request, person)))
                    .append("\">")
                    .append(person)
                    .append("</a></li>");
        }
        page.append("</ul><form action=\"").append(base(request)).append("/connect/agreed\">");
        for (String name : List.of("appid", "redirect_uri", "scope", "state")) {
            page.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(name, HtmlUtils.htmlEscape(text(request, name))));
        }
        page.append("<label>其他用户的昵称 <input name=\"nickname\" required maxlength=\"30\"></label> "
                + "<button>以该用户继续</button></form>");
        page(response, page.toString());
    }

    /** The redirect was checked by the page, and is again: this address can be typed. */
    private void sendBack(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String returnTo = text(request, "redirect_uri");
        String scope = text(request, "scope");
        try {
            account.checkAuthorization(text(request, "appid"), hostOf(returnTo), scope);
        } catch (Refused refused) {
            page(response, "<h1>%s</h1><p>错误代码 %d</p>".formatted(refused.getMessage(), refused.number()));
            return;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                UriComponentsBuilder.fromUriString(returnTo)
                        .queryParam("code", account.authorize(text(request, "nickname"), scope))
                        .queryParam("state", "{state}")
                        .encode()
                        .buildAndExpand(text(request, "state"))
                        .toUriString());
    }

    private static String agreed(HttpServletRequest request, String nickname) {
        return UriComponentsBuilder.fromPath(base(request) + "/connect/agreed")
                .queryParam("appid", "{appid}")
                .queryParam("redirect_uri", "{to}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "{state}")
                .queryParam("nickname", "{nickname}")
                .encode()
                .buildAndExpand(
                        text(request, "appid"),
                        text(request, "redirect_uri"),
                        text(request, "scope"),
                        text(request, "state"),
                        nickname)
                .toUriString();
    }

    private static void page(HttpServletResponse response, String content) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getWriter()
                .write("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>模拟微信</title>"
                        + "<link rel=\"icon\" href=\"data:,\">"
                        + "<style>body{font:16px/1.7 system-ui;max-width:32rem;margin:2rem auto;padding:0 1rem}"
                        + "a,button,input{font:inherit;min-height:2.75rem;line-height:2.75rem}</style>"
                        + "<main><p><strong>模拟微信：这不是微信，没有真实用户。</strong></p>" + content + "</main></html>");
    }

    private void script(HttpServletResponse response) throws IOException {
        try (InputStream script =
                Objects.requireNonNull(WeChatSimulator.class.getResourceAsStream("/wechat/simulated-jweixin.js"))) {
            response.setContentType("text/javascript;charset=utf-8");
            script.transferTo(response.getOutputStream());
        }
    }

    private interface Answer {
        Object of();
    }

    private static void answer(HttpServletResponse response, Answer answer) throws IOException {
        Object body;
        try {
            body = answer.of();
        } catch (Refused refused) {
            body = Map.of("errcode", refused.number(), "errmsg", refused.getMessage() + ", rid: simulated");
        }
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }

    private static Map<String, Object> token(String token) {
        return Map.of("access_token", token, "expires_in", SimulatedOfficialAccount.TOKEN_LIFE.toSeconds());
    }

    private static Map<String, Object> ok() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        return answer;
    }

    private static JsonNode body(HttpServletRequest request) throws IOException {
        try {
            return JSON.readTree(request.getInputStream().readAllBytes());
        } catch (JacksonException noJson) {
            return JSON.createObjectNode();
        }
    }

    private static String path(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path;
    }

    private static String base(HttpServletRequest request) {
        return request.getContextPath() + request.getServletPath();
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static String hostOf(String address) {
        try {
            String authority = URI.create(address).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
