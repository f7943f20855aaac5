package cn.zhengqi.bad.api;

import org.springframework.stereotype.Component;

@Component
public class Leak {}
