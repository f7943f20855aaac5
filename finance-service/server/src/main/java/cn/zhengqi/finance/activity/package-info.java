/** 金融活动 (FIN-06): enterprises sign up within a quota, wait for room and move up by themselves, are reminded, and check in by a code. */
@NullMarked
package cn.zhengqi.finance.activity;

import org.jspecify.annotations.NullMarked;
