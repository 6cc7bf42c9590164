package uk.gov.warwickshire.gateway.ops.tracing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import uk.gov.warwickshire.gateway.disclosure.Disclosure;
import uk.gov.warwickshire.gateway.disclosure.DisclosureGate;

/** The gate, with a span around whatever it is asked about disclosures; it stays all that it is besides a gate. */
record TracedGate(DisclosureGate gate, Supplier<Traces> traces) implements InvocationHandler {

    static Object around(DisclosureGate gate, Supplier<Traces> traces) {
        return Proxy.newProxyInstance(
                gate.getClass().getClassLoader(), ClassUtils.getAllInterfaces(gate), new TracedGate(gate, traces));
    }

    @Override
    @SuppressWarnings("NullAway") // a method of the gate may answer nothing, and the compiler loses that on the way
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean isOfTheGate = DisclosureGate.class.equals(method.getDeclaringClass());
        if (!isOfTheGate || arguments == null || arguments.length == 0) {
            return call(method, arguments);
        }
        return traces.get()
                .<@Nullable Object, Throwable>of(
                        deliveries(arguments[0]), "disclosure." + method.getName(), () -> call(method, arguments));
    }

    private static List<UUID> deliveries(@Nullable Object asked) {
        Stream<?> all = asked instanceof List<?> list ? list.stream() : Stream.ofNullable(asked);
        return all.filter(Disclosure.class::isInstance)
                .map(Disclosure.class::cast)
                .flatMap(disclosure -> disclosure.deliveryId().stream())
                .toList();
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(gate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
