package cn.zhengqi.auth.wechat;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where WeChat tells what people decided about subscription messages (服务器配置 of the official account). What proves it is WeChat's signature, and the key under which it writes. */
@RestController
@RequestMapping("/api/auth/wechat/events")
class WeChatEventController {

    private final WeChatEventReader reader;
    private final WeChatSubscriptions subscriptions;

    WeChatEventController(WeChatEventReader reader, WeChatSubscriptions subscriptions) {
        this.reader = reader;
        this.subscriptions = subscriptions;
    }

    /** Asked when the address is entered at WeChat. */
    @GetMapping
    ResponseEntity<String> greet(
            @RequestParam String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestParam String echostr) {
        reader.requireGreeting(signature, timestamp, nonce);
        return plain(echostr);
    }

    /** WeChat tells it again unless it is answered so. */
    @PostMapping
    ResponseEntity<String> take(
            @RequestParam("msg_signature") String signature,
            @RequestParam String timestamp,
            @RequestParam String nonce,
            @RequestBody String body) {
        reader.read(signature, timestamp, nonce, body).forEach(subscriptions::heard);
        return plain("success");
    }

    /** Whatever the caller says that it accepts: what is wrong is told as everywhere. */
    private static ResponseEntity<String> plain(String words) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(words);
    }
}
