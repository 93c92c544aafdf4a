text = "banana"
print(text[0])
