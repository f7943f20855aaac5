package cn.zhengqi.bad.engine;

import org.springframework.stereotype.Component;

@Component
public class Wired {}
