package uk.gov.warwickshire.gateway.ops.alerts;

import java.util.List;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails plain text by the server of `spring.mail`. */
final class EmailChannel implements AlertChannel {

    private final JavaMailSender mail;
    private final String from;
    private final List<String> to;
    private final NoticeText text;

    EmailChannel(JavaMailSender mail, String from, List<String> to, NoticeText text) {
        this.mail = mail;
        this.from = from;
        this.to = List.copyOf(to);
        this.text = text;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public String target() {
        return String.join(", ", to);
    }

    @Override
    public void send(AlertNotice notice) throws NotDeliveredException {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to.toArray(String[]::new));
        message.setSubject(text.subject(notice));
        message.setText(text.body(notice));
        try {
            mail.send(message);
        } catch (MailException e) {
            // The server's words could quote what was sent; its kind is enough to act on.
            throw new NotDeliveredException("the mail server did not take it: "
                    + e.getMostSpecificCause().getClass().getSimpleName());
        }
    }
}
